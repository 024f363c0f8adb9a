//! Visit records with the names behind their indices, ready to be written as a table.

use crate::replicate::Prepared;
pub use portway_sim::Visit;
pub use portway_sim::program::StationElement;

/// Every visit of one replication. The records hold indices; the lists give their names.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitRecords {
    /// Flow names, indexed by [`Visit::flow`].
    pub flows: Vec<String>,
    /// Class name of each flow.
    pub classes: Vec<String>,
    /// Direction name of each flow.
    pub directions: Vec<String>,
    /// Stage or link names, indexed by [`Visit::station`].
    pub stations: Vec<String>,
    /// What each of them is: a stage, one way of a link, or a stop of a service.
    pub elements: Vec<StationElement>,
    /// The records, ordered by the time each ended.
    pub visits: Vec<Visit>,
}

impl VisitRecords {
    pub(crate) fn new(prepared: &Prepared, visits: Vec<Visit>) -> Self {
        let program = &prepared.program;
        let stream_of = |flow: &portway_sim::program::FlowProgram| &program.streams[flow.stream];
        Self {
            flows: program.flows.iter().map(|flow| flow.name.clone()).collect(),
            classes: program.flows.iter().map(|flow| stream_of(flow).class_name.clone()).collect(),
            directions: program.flows.iter().map(|flow| stream_of(flow).direction_name.clone()).collect(),
            elements: program.stations.iter().map(|station| station.element).collect(),
            stations: prepared.layout.stations.iter().map(|station| station.scope.clone()).collect(),
            visits,
        }
    }
}
