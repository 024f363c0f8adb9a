//! Hourly series and visit records as Parquet.
