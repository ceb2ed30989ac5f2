//! The Arrow schema of every table.
//!
//! `row` is the position of the text in its column; offsets are code points, end exclusive. A column `document` is put
//! in after `row` by the binding, which knows the caller's labels, and a column `error` at the end where errors are
//! collected.

use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};

fn int(name: &str) -> Field {
    Field::new(name, DataType::Int64, true)
}

fn row() -> Field {
    Field::new("row", DataType::Int64, false)
}

fn float(name: &str) -> Field {
    Field::new(name, DataType::Float64, true)
}

fn boolean(name: &str) -> Field {
    Field::new(name, DataType::Boolean, true)
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

fn time(name: &str) -> Field {
    Field::new(name, DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), true)
}

fn span(name: &str) -> Field {
    Field::new(name, DataType::Struct(Fields::from(vec![int("start"), int("end")])), true)
}

fn list(name: &str, item: Field) -> Field {
    Field::new(name, DataType::List(Arc::new(item.with_name("item"))), true)
}

fn record(fields: Vec<Field>) -> Field {
    Field::new("item", DataType::Struct(fields.into()), true)
}

fn schema(fields: Vec<Field>) -> SchemaRef {
    Arc::new(Schema::new(fields))
}

/// `detect_language`: code, script, confidence, reliable.
pub fn languages() -> SchemaRef {
    schema(vec![text("code"), text("script"), float("confidence"), boolean("reliable")])
}

/// `language_spans`: row, start, end, code, confidence.
pub fn language_spans() -> SchemaRef {
    schema(vec![row(), int("start"), int("end"), text("code"), float("confidence")])
}

/// `split_sentences`: row, start, end.
pub fn sentences() -> SchemaRef {
    schema(vec![row(), int("start"), int("end")])
}

/// `tokenize`: row, start, end, kind.
pub fn tokens() -> SchemaRef {
    schema(vec![row(), int("start"), int("end"), text("kind")])
}

/// `tokenize(text=True)`: [`tokens`], and the token with its marks in plain form.
pub fn tokens_with_text() -> SchemaRef {
    schema(vec![row(), int("start"), int("end"), text("kind"), text("text")])
}

/// `stem`: the stems of a text, as a list.
pub fn stem_lists() -> SchemaRef {
    schema(vec![list("stems", text("item"))])
}

/// `stem(join=)` and `stem_words`: one string.
pub fn stems() -> SchemaRef {
    schema(vec![text("stems")])
}

/// `term_counts`: row, term, count.
pub fn term_counts() -> SchemaRef {
    schema(vec![row(), text("term"), int("count")])
}

/// `ngrams`: row, start, end, text.
pub fn ngrams() -> SchemaRef {
    schema(vec![row(), int("start"), int("end"), text("text")])
}

/// `concordance`: row, start, end, and the words before, at and behind the place.
pub fn concordance() -> SchemaRef {
    schema(vec![row(), int("start"), int("end"), text("left"), text("match"), text("right")])
}

/// `keyness`: the terms of two bodies of texts.
pub fn keyness() -> SchemaRef {
    schema(vec![
        text("term"),
        int("count_a"),
        int("count_b"),
        int("texts_a"),
        int("texts_b"),
        float("per_million_a"),
        float("per_million_b"),
        float("g2"),
        float("log_ratio"),
    ])
}

/// `extract_article`: the article's fields and its blocks.
pub fn articles() -> SchemaRef {
    let block = vec![
        int("start"),
        int("end"),
        text("label"),
        float("score"),
        int("source_start"),
        int("source_end"),
        int("level"),
        int("ordinal"),
        boolean("code"),
    ];
    let link = vec![int("start"), int("end"), text("url")];
    let dropped = vec![text("text"), text("label"), float("score"), int("source_start"), int("source_end")];
    schema(vec![
        text("text"),
        text("title"),
        list("authors", text("item")),
        time("published"),
        time("modified"),
        text("site"),
        text("url"),
        text("language"),
        text("description"),
        text("image"),
        list("blocks", record(block)),
        float("confidence"),
        text("published_text"),
        text("modified_text"),
        text("reason"),
        text("page_type"),
        list("links", record(link)),
        list("dropped", record(dropped)),
        list("json_ld", text("item")),
    ])
}

/// `clean_text`: what remains, the labelled lines, and where each piece of `text` comes from.
pub fn clean_texts() -> SchemaRef {
    let lines = vec![int("start"), int("end"), text("label"), float("score"), text("reason")];
    let map = vec![int("start"), int("end"), int("source_start"), int("source_end")];
    schema(vec![text("text"), list("lines", record(lines)), list("map", record(map))])
}

/// `score_checkworthiness`: one number.
pub fn checkworthiness() -> SchemaRef {
    schema(vec![float("checkworthiness")])
}

/// `checkworthiness_reasons`.
pub fn checkworthiness_reasons() -> SchemaRef {
    schema(vec![row(), text("feature"), float("weight")])
}

/// `extract_attributions`.
pub fn attributions() -> SchemaRef {
    schema(vec![
        row(),
        int("attribution"),
        text("text"),
        text("kind"),
        list("spans", span("item")),
        text("speaker"),
        text("speaker_key"),
        text("speaker_type"),
        text("source"),
        span("source_span"),
        text("cue"),
        span("cue_span"),
        text("act"),
        text("via"),
        int("parent"),
    ])
}

/// `extract_claims`.
pub fn claims() -> SchemaRef {
    schema(vec![
        row(),
        text("outlet"),
        int("claim"),
        int("attribution"),
        text("text"),
        int("start"),
        int("end"),
        list("spans", span("item")),
        span("sentence"),
        text("speaker"),
        text("speaker_key"),
        text("speaker_type"),
        span("source_span"),
        text("cue"),
        text("kind"),
        text("via"),
        text("act"),
        text("polarity"),
        text("modality"),
        text("subject"),
        span("subject_span"),
        text("predicate"),
        span("predicate_span"),
        text("object"),
        span("object_span"),
        list("quantities", quantity()),
        list("dates", date()),
        text("language"),
        float("checkworthiness"),
        int("cluster"),
    ])
}

/// One number of a claim.
fn quantity() -> Field {
    record(vec![float("value"), float("upper"), text("unit"), text("comparator"), int("start"), int("end")])
}

/// One date of a claim.
fn date() -> Field {
    record(vec![text("value"), text("precision"), int("start"), int("end")])
}

/// The Arrow type of a column that a view of a table makes up: int, float, bool, text, texts or spans.
pub fn kind(name: &str) -> Option<DataType> {
    let field = match name {
        "int" => int("item"),
        "float" => float("item"),
        "bool" => boolean("item"),
        "text" => text("item"),
        "texts" => list("item", text("item")),
        "spans" => list("item", span("item")),
        _ => return None,
    };
    Some(field.data_type().clone())
}

/// `analyze`: the articles of a report; `text` is what all offsets of its tables point into.
pub fn report_articles() -> SchemaRef {
    let lines = vec![int("start"), int("end"), text("label"), float("score")];
    schema(vec![
        row(),
        text("outlet"),
        text("title"),
        list("authors", text("item")),
        time("published"),
        text("url"),
        text("language"),
        text("text"),
        list("lines", record(lines)),
        text("page_type"),
        text("story"),
        text("error"),
    ])
}

/// `read_reports`: one row a report; `kind` says whether `content` is a text or a page.
pub fn files() -> SchemaRef {
    schema(vec![
        text("name"),
        text("path"),
        text("kind"),
        text("content"),
        text("outlet"),
        text("published"),
        text("url"),
    ])
}

/// Code points a text: the pass that does next to nothing, for measuring what a crossing costs.
pub fn lengths() -> SchemaRef {
    schema(vec![int("length")])
}
