//! A table of columns to bytes.

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use std::sync::Arc;

/// Why a table could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParquetError {
    message: String,
}

impl ParquetError {
    pub(super) fn window(day: &str) -> Self {
        Self { message: format!("the window cannot be written as hours: it begins on {day:?}") }
    }

    pub(super) fn index() -> Self {
        Self { message: "a visit names a flow or station that does not exist".to_owned() }
    }
}

impl std::fmt::Display for ParquetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ParquetError {}

impl From<parquet::errors::ParquetError> for ParquetError {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self { message: error.to_string() }
    }
}

/// The values of one column.
pub(super) enum Column<'a> {
    /// Milliseconds since 1970-01-01 UTC.
    Timestamp(Vec<i64>),
    /// Counts; the largest that 32 signed bits hold stands for any above it, as readers rarely know unsigned numbers.
    Count(Vec<u32>),
    /// Words, stored once each in a dictionary.
    Text(Vec<&'a str>),
    /// Numbers that may be missing.
    Number(Vec<Option<f64>>),
}

/// Columns of the same length, with their names.
pub(super) type Group<'a> = Vec<(&'a str, Column<'a>)>;

/// Writes row groups one after the other, so that only one of them has to be in memory. All have the columns of the first.
pub(super) fn write<'a>(
    name: &str,
    first: Group<'a>,
    more: impl IntoIterator<Item = Result<Group<'a>, ParquetError>>,
) -> Result<Vec<u8>, ParquetError> {
    let fields = first.iter().map(|(name, column)| Ok(Arc::new(column.field(name)?)));
    let fields = fields.collect::<Result<Vec<_>, ParquetError>>()?;
    let schema = Arc::new(Type::group_type_builder(name).with_fields(fields).build()?);
    // The writer's own version would change the bytes with every update of the library.
    let properties =
        WriterProperties::builder().set_compression(Compression::SNAPPY).set_created_by("portway".to_owned()).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    for columns in std::iter::once(Ok(first)).chain(more) {
        let mut group = writer.next_row_group()?;
        for (_, column) in columns? {
            if let Some(mut place) = group.next_column()? {
                column.write(&mut place)?;
                place.close()?;
            }
        }
        group.close()?;
    }
    Ok(writer.into_inner()?)
}

impl Column<'_> {
    fn field(&self, name: &str) -> Result<Type, ParquetError> {
        let required = |physical| Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED);
        let field = match self {
            Self::Timestamp(_) => {
                required(Physical::INT64).with_logical_type(Some(LogicalType::timestamp(true, TimeUnit::MILLIS)))
            }
            Self::Count(_) => required(Physical::INT32),
            Self::Text(_) => required(Physical::BYTE_ARRAY)
                .with_logical_type(Some(LogicalType::String))
                .with_converted_type(ConvertedType::UTF8),
            Self::Number(_) => {
                Type::primitive_type_builder(name, Physical::DOUBLE).with_repetition(Repetition::OPTIONAL)
            }
        };
        Ok(field.build()?)
    }

    fn write(&self, place: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        match self {
            Self::Timestamp(values) => place.typed::<Int64Type>().write_batch(values, None, None)?,
            Self::Count(values) => {
                let values: Vec<i32> = values.iter().map(|v| i32::try_from(*v).unwrap_or(i32::MAX)).collect();
                place.typed::<Int32Type>().write_batch(&values, None, None)?
            }
            Self::Text(values) => {
                let values: Vec<ByteArray> = values.iter().map(|v| ByteArray::from(v.as_bytes().to_vec())).collect();
                place.typed::<ByteArrayType>().write_batch(&values, None, None)?
            }
            Self::Number(values) => {
                let present: Vec<f64> = values.iter().copied().flatten().collect();
                let levels: Vec<i16> = values.iter().map(|v| i16::from(v.is_some())).collect();
                place.typed::<DoubleType>().write_batch(&present, Some(&levels), None)?
            }
        };
        Ok(())
    }
}
