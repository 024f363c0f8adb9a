//! Renders results as terminal tables, JSON, Parquet and a self-contained HTML page. Runs nothing.
