//! Builders for tables with nested columns, filled one row at a time from plain values.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, StringBuilder, TimestampMicrosecondBuilder};
use arrow_array::{ArrayRef, ListArray, NullArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, FieldRef, Fields, Schema};

use crate::Span;
use crate::text::CodePoints;

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// int64.
    Int(i64),
    /// float64.
    Float(f64),
    /// boolean.
    Bool(bool),
    /// A string, borrowed from the text or a table of names.
    Text(&'a str),
    /// A string made for the table.
    Owned(String),
    /// Microseconds since 1970, UTC.
    Time(i64),
    /// A list.
    List(Vec<Value<'a>>),
    /// A struct, its fields in the order of the schema.
    Struct(Vec<Value<'a>>),
}

impl<'a> Value<'a> {
    /// A position or count.
    pub fn count(n: usize) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A struct of start and end in code points.
    pub fn span(span: Span, index: &CodePoints<'_>) -> Self {
        let (start, end) = index.span(span);
        Self::Struct(vec![Self::count(start), Self::count(end)])
    }

    /// A list of such structs.
    pub fn spans(spans: &[Span], index: &CodePoints<'_>) -> Self {
        Self::List(spans.iter().map(|span| Self::span(*span, index)).collect())
    }

    /// The value, or null.
    pub fn or_null<T>(value: Option<T>, make: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Null, make)
    }
}

/// The columns of a table under construction.
#[derive(Debug)]
pub struct Rows {
    columns: Vec<Column>,
}

impl Rows {
    /// Empty columns for `schema`, whose types must be those of [`Value`].
    pub fn new(schema: &Schema) -> Self {
        Self { columns: schema.fields().iter().map(|field| Column::new(field.data_type())).collect() }
    }

    /// Appends one row; values missing at its end are null, a value of another type than its column's is null too.
    pub fn push(&mut self, values: Vec<Value<'_>>) {
        let mut values = values.into_iter();
        for column in &mut self.columns {
            column.push(values.next().unwrap_or(Value::Null));
        }
    }

    /// Appends a row that holds nothing but the number of its text, in the first column where that is an integer.
    pub fn push_empty(&mut self, row: usize) {
        let first = if matches!(self.columns.first(), Some(Column::Int(_))) { Value::count(row) } else { Value::Null };
        self.push(vec![first]);
    }

    /// The arrays.
    pub fn finish(self) -> Vec<ArrayRef> {
        self.columns.into_iter().map(Column::finish).collect()
    }
}

#[derive(Debug)]
enum Column {
    Int(Int64Builder),
    Float(Float64Builder),
    Bool(BooleanBuilder),
    Text(StringBuilder),
    Time(TimestampMicrosecondBuilder),
    List { item: FieldRef, child: Box<Column>, ends: Vec<i32>, len: i32, valid: NullBufferBuilder },
    Struct { fields: Fields, children: Vec<Column>, valid: NullBufferBuilder },
    Null(usize),
}

impl Column {
    fn new(data_type: &DataType) -> Self {
        match data_type {
            DataType::Int64 => Self::Int(Int64Builder::new()),
            DataType::Float64 => Self::Float(Float64Builder::new()),
            DataType::Boolean => Self::Bool(BooleanBuilder::new()),
            DataType::Utf8 => Self::Text(StringBuilder::new()),
            DataType::Timestamp(..) => Self::Time(TimestampMicrosecondBuilder::new().with_data_type(data_type.clone())),
            DataType::List(item) => Self::List {
                child: Box::new(Self::new(item.data_type())),
                item: item.clone(),
                ends: vec![0],
                len: 0,
                valid: NullBufferBuilder::new(0),
            },
            DataType::Struct(fields) => Self::Struct {
                children: fields.iter().map(|field| Self::new(field.data_type())).collect(),
                fields: fields.clone(),
                valid: NullBufferBuilder::new(0),
            },
            _ => Self::Null(0),
        }
    }

    fn push(&mut self, value: Value<'_>) {
        match (self, value) {
            (Self::Int(column), Value::Int(n)) => column.append_value(n),
            (Self::Float(column), Value::Float(x)) => column.append_value(x),
            (Self::Float(column), Value::Int(n)) => column.append_value(n as f64),
            (Self::Bool(column), Value::Bool(b)) => column.append_value(b),
            (Self::Text(column), Value::Text(text)) => column.append_value(text),
            (Self::Text(column), Value::Owned(text)) => column.append_value(text),
            (Self::Time(column), Value::Time(micros)) => column.append_value(micros),
            (Self::List { child, ends, len, valid, .. }, Value::List(items)) => {
                *len += i32::try_from(items.len()).unwrap_or(0);
                items.into_iter().for_each(|item| child.push(item));
                ends.push(*len);
                valid.append_non_null();
            }
            (Self::Struct { children, valid, .. }, Value::Struct(values)) => {
                let mut values = values.into_iter();
                children.iter_mut().for_each(|child| child.push(values.next().unwrap_or(Value::Null)));
                valid.append_non_null();
            }
            (column, _) => column.push_null(),
        }
    }

    fn push_null(&mut self) {
        match self {
            Self::Int(column) => column.append_null(),
            Self::Float(column) => column.append_null(),
            Self::Bool(column) => column.append_null(),
            Self::Text(column) => column.append_null(),
            Self::Time(column) => column.append_null(),
            Self::List { ends, len, valid, .. } => {
                ends.push(*len);
                valid.append_null();
            }
            Self::Struct { children, valid, .. } => {
                children.iter_mut().for_each(Self::push_null);
                valid.append_null();
            }
            Self::Null(len) => *len += 1,
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Int(mut column) => Arc::new(column.finish()),
            Self::Float(mut column) => Arc::new(column.finish()),
            Self::Bool(mut column) => Arc::new(column.finish()),
            Self::Text(mut column) => Arc::new(column.finish()),
            Self::Time(mut column) => Arc::new(column.finish()),
            Self::List { item, child, ends, mut valid, .. } => {
                Arc::new(ListArray::new(item, OffsetBuffer::new(ends.into()), child.finish(), valid.finish()))
            }
            Self::Struct { fields, children, mut valid } => {
                let len = valid.len();
                let children = children.into_iter().map(Self::finish).collect::<Vec<_>>();
                match StructArray::try_new_with_length(fields, children, valid.finish(), len) {
                    Ok(array) => Arc::new(array),
                    Err(_) => Arc::new(NullArray::new(len)),
                }
            }
            Self::Null(len) => Arc::new(NullArray::new(len)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Array, cast::AsArray};
    use arrow_schema::Field;

    #[test]
    fn nested_rows_keep_their_nulls() {
        let schema = crate::batch::schema::attributions();
        let mut rows = Rows::new(&schema);
        let spans = Value::List(vec![Value::Struct(vec![Value::Int(3), Value::Int(9)])]);
        rows.push(vec![Value::Int(4), Value::Int(0), Value::Text("no"), Value::Text("direct"), spans]);
        rows.push_empty(5);
        let arrays = rows.finish();
        assert_eq!(arrays.iter().map(|a| a.len()).collect::<Vec<_>>(), vec![2; schema.fields().len()]);
        assert_eq!(arrays[4].as_list::<i32>().value(0).len(), 1);
        assert!(arrays[4].is_null(1));
    }

    #[test]
    fn a_value_of_another_type_is_null() {
        let schema = Schema::new(vec![Field::new("n", DataType::Int64, true)]);
        let mut rows = Rows::new(&schema);
        rows.push(vec![Value::Text("seven")]);
        assert!(rows.finish()[0].is_null(0));
    }
}
