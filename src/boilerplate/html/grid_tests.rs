//! Tables keep their columns. All written for these tests.

use super::tests::{FIRST, SECOND, article, page};
use crate::boilerplate::types::Label;

/// The text between two paragraphs with a table between them.
fn between(rows: &str) -> String {
    let main = format!("<article><h1>Ferries return</h1><p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p></article>");
    let text = article(&page(&main)).text;
    let (head, tail) = text.split_once(FIRST).expect("the first paragraph");
    assert!(head.is_empty(), "{text}");
    tail.split_once(SECOND).expect("the second paragraph").0.trim_matches('\n').to_owned()
}

#[test]
fn empty_cells_and_those_with_a_sign_keep_their_columns() {
    let rows = "<tr><th>Ward</th><th>%</th><th></th><th>2022</th></tr><tr><td>North</td><td>–</td><td></td><td>41</td></tr>\
        <tr><td></td><td>38</td><td>+2</td><td>36</td></tr><tr><td>South</td><td>40</td><td>+1</td><td></td></tr>";
    assert_eq!(between(rows), "Ward | % |  | 2022\nNorth | – |  | 41\n | 38 | +2 | 36\nSouth | 40 | +1 | ");
    let main = format!("<article><h1>Ferries return</h1><p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p></article>");
    let got = article(&page(&main));
    let markdown = got.to_markdown();
    let table = "| Ward | % |  | 2022 |\n| --- | --- | --- | --- |\n| North | – |  | 41 |\n|  | 38 | +2 | 36 |\n\
        | South | 40 | +1 |  |\n";
    assert!(markdown.contains(table), "{markdown}");
    let cells = got.blocks.iter().filter(|block| block.label == Label::Table);
    assert!(cells.clone().all(|row| row.span.of(&got.text).split(" | ").count() == 4) && cells.count() == 4);
}

#[test]
fn cells_that_take_several_places_move_those_behind_and_below_them() {
    let rows = "<tr><th rowspan=2>Ward</th><th colspan=2>Votes</th><th rowspan=2>Seats</th></tr>\
        <tr><th>2022</th><th>2026</th></tr><tr><td>North</td><td>41</td><td>43</td><td>2</td></tr>\
        <tr><td>South</td><td>9</td><td>12</td><td>1</td></tr>";
    let text = "Ward | Votes |  | Seats\n | 2022 | 2026 | \nNorth | 41 | 43 | 2\nSouth | 9 | 12 | 1";
    assert_eq!(between(rows), text);
    let rows = "<tr><th colspan=2>Ferries of the north</th></tr><tr><td>Aurora</td><td>312</td></tr><tr><td>Nordlys</td>\
        <td>280</td></tr>";
    assert_eq!(between(rows), "Ferries of the north\nAurora | 312\nNordlys | 280");
}

#[test]
fn columns_that_hold_no_words_are_left_out() {
    let rows = "<tr><td>•</td><td>Aurora</td><td>:</td><td>312</td><td></td></tr>\
        <tr><td>•</td><td>Nordlys</td><td>:</td><td>280</td><td></td></tr>";
    assert_eq!(between(rows), "Aurora | 312\nNordlys | 280");
}

#[test]
fn several_blocks_of_a_cell_stay_in_it() {
    let rows = "<tr><th>Ship</th><th>Seats</th></tr><tr><td><div>Aurora</div><div>(1998)</div></td><td>312</td></tr>\
        <tr><td>Nordlys</td><td>280</td></tr>";
    assert_eq!(between(rows), "Ship | Seats\nAurora (1998) | 312\nNordlys | 280");
}

#[test]
fn a_short_table_below_its_paragraph_stays_with_it() {
    let tables = [
        ("<tr><th>Club</th><th>Goals</th></tr><tr><td>Rovers</td><td>3</td></tr><tr><td>Albion</td><td>2</td></tr>", 3),
        ("<tr><td>Rovers</td><td>3</td></tr><tr><td>Albion</td><td>2</td></tr>", 2),
        ("<tr><th>Ferry</th><th>Trips</th></tr><tr><td>North island</td><td>12 a day</td></tr>", 2),
    ];
    for (rows, count) in tables {
        let main = format!("<article><h1>Ferries return</h1><p>{FIRST}</p><table>{rows}</table></article>");
        let got = article(&page(&main));
        let written = got.blocks.iter().filter(|block| block.label == Label::Table).count();
        assert_eq!(written, count, "{}", got.text);
    }
    let links = "<tr><td><a href=/a>Bridge shut</a></td><td><a href=/b>Pier opens</a></td></tr>\
        <tr><td><a href=/c>Market moves</a></td><td><a href=/d>Mayor speaks</a></td></tr>";
    let main = format!("<article><h1>Ferries return</h1><p>{FIRST}</p><table>{links}</table></article>");
    assert!(!article(&page(&main)).text.contains("Bridge shut"));
}

#[test]
fn tables_that_claim_more_places_than_they_fill_stay_small() {
    let wide = "<tr><td colspan=1000000000 rowspan=1000000000>Aurora</td><td>312</td></tr><tr><td>Nordlys</td><td>280</td></tr>";
    assert!(between(wide).len() < 100);
    let cells: String = (0..120).map(|at| format!("<td>{at} seats</td>")).collect();
    let rows = format!("<tr>{cells}</tr>{}", "<tr><td>Aurora</td></tr>".repeat(2_000));
    let html = format!("<article><h1>Ferries return</h1><p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p></article>");
    assert!(article(&page(&html)).text.len() < 100_000);
}
