//! Parquet and JSON, read back.

use crate::sample;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::RowAccessor;
use expect_test::expect;
use portway_report::{Basis, json, parquet};
use portway_study::visits::{Visit, VisitRecords};

fn rows(bytes: Vec<u8>) -> Vec<String> {
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).expect("a Parquet file");
    reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row").to_string()).collect()
}

#[test]
fn hours_come_back_with_their_instant_and_nulls() {
    let (timeline, evidence) = (sample::timeline(2), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    let results = sample::results(2);
    let bytes = parquet::hourly(&results, &basis).expect("a table");
    assert_eq!(bytes, parquet::hourly(&results, &basis).expect("a table"));
    let rows = rows(bytes);
    assert_eq!(rows.len(), results.series.stations.len() * 48 + 2 * 2);
    // 13:00 in Yakutsk is 04:00 UTC, and the day begins at 15:00 UTC of the day before.
    expect![[r#"{hour_start_ms: 2026-01-01 04:00:00.000 +00:00, scope: "left-port.customs", direction: "", queue_vehicles: 10.116, occupied_lanes: 3.0, open_lanes: 2.0, crossings_per_day: null, crossings_half_width: null}"#]].assert_eq(&rows[48 + 13]);
    expect![[r#"{hour_start_ms: 2026-01-01 15:00:00.000 +00:00, scope: "corridor", direction: "west", queue_vehicles: null, occupied_lanes: null, open_lanes: null, crossings_per_day: 112.0, crossings_half_width: 4.0}"#]].assert_eq(&rows[rows.len() - 1]);
}

#[test]
fn visits_come_back_with_their_names() {
    let visit =
        Visit { flow: 1, vehicle: 7, station: 0, lane: 2, arrived_ms: 0, started_ms: 1, ended_ms: 2, left_ms: 3 };
    let mut records = VisitRecords {
        flows: vec!["in".into(), "out".into()],
        classes: vec!["loaded".into(), "empty".into()],
        directions: vec!["east".into(), "west".into()],
        stations: vec!["port.gate".into()],
        elements: vec![],
        visits: vec![visit; 3],
    };
    let bytes = parquet::visits(&records, 4).expect("a table");
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes.clone())).expect("a Parquet file");
    let row = reader.get_row_iter(None).expect("rows").next().expect("three rows").expect("a row");
    assert_eq!(row.get_string(1).expect("text"), "out");
    assert_eq!(row.get_timestamp_millis(9).expect("an instant"), 3);
    expect![[r#"{vehicle: 7, flow: "out", class: "empty", direction: "west", stage: "port.gate", lane: 2, arrived_ms: 1970-01-01 00:00:00.000 +00:00, started_ms: 1970-01-01 00:00:00.001 +00:00, ended_ms: 1970-01-01 00:00:00.002 +00:00, left_ms: 1970-01-01 00:00:00.003 +00:00, replication: 4}"#]].assert_eq(&rows(bytes)[2]);

    records.visits[1].station = 9;
    assert!(parquet::visits(&records, 0).is_err());
}

#[test]
fn an_empty_run_is_still_a_file() {
    let records = VisitRecords {
        flows: vec![],
        classes: vec![],
        directions: vec![],
        stations: vec![],
        elements: vec![],
        visits: vec![],
    };
    assert!(rows(parquet::visits(&records, 0).expect("a table")).is_empty());
}

#[test]
fn json_is_indented_and_leaves_the_series_out() {
    let mut results = sample::results(2);
    results.measures.truncate(1);
    expect![[r#"
        {
          "portway": "0.1.0",
          "model": {
            "name": "sample",
            "hash": "5f2a9c01d4e7b8a60123456789abcdef"
          },
          "scenario": "winter",
          "seed": 1,
          "replications": 20,
          "from": "2026-01-01",
          "to": "2026-01-02",
          "measures": [
            {
              "name": "crossings_per_day",
              "scope": "corridor",
              "direction": "",
              "class": "",
              "unit": "vehicles/day",
              "mean": 169.46,
              "half_width": 2.31,
              "level": 0.95,
              "quantiles": {
                "p50": 135.568,
                "p90": 355.86600000000004,
                "p95": 491.434
              },
              "quantile_half_widths": {
                "p50": 1.848,
                "p90": 4.851,
                "p95": 6.699
              }
            }
          ],
          "diagnostics": [
            {
              "severity": "warning",
              "code": "evidence-missing",
              "scope": "flow.empty.volume",
              "message": "No evidence is written down for flow.empty.volume, so nobody can say how good the number is."
            }
          ]
        }
    "#]]
    .assert_eq(&json::pretty(&results).expect("JSON"));
}
