//! The committed schema and reference page are those that the code makes; `UPDATE_EXPECT=1` writes them anew.

use expect_test::expect_file;

#[test]
fn the_schema_is_fresh() {
    expect_file!["../../../../docs/schema.json"].assert_eq(&format!("{:#}\n", portway_model::schema()));
}

#[test]
fn the_reference_is_fresh() {
    expect_file!["../../../../docs/reference.md"].assert_eq(&portway_model::reference());
}
