//! What one outlet has somebody say, and another has somebody suppose.

use super::*;

#[test]
fn what_one_supposes_the_other_does_not_say() {
    let joined = |a: &str, b: &str| {
        let found = matched(&[claim("A", "Per Holt", a), claim("B", "Per Holt", b)]);
        found[0].is_some() && found[0] == found[1]
    };
    for (a, b) in [
        (
            "he knew that Tessel had no intention of blockading Lindau",
            "in the end Tessel will have to suffer serious consequences if it blockades Lindau",
        ),
        (
            "the dockers will block the port of Tessel",
            "if the dockers block the port of Tessel, the mayor will call the army",
        ),
        ("the bolts were badly rusted", "it had no knowledge of rusted bolts"),
        ("the bolts were badly rusted", "nobody had told it of rusted bolts"),
        ("the harbour master must resign over the leak", "the harbour master had not been asked to resign"),
        ("the harbour master must resign over the leak", "the harbour master has resigned"),
        ("the dockers plan to block the gates", "unless the dockers block the gates, wages will stay low"),
    ] {
        assert!(!joined(a, b) && !joined(b, a), "{a} / {b}");
    }
    for (a, b) in [
        (
            "the mayor will call the army if the dockers block the port",
            "the mayor would call in the army if the port were blocked",
        ),
        (
            "the mayor will call the army to the port",
            "the mayor would call in the army to the port if dockers blocked it",
        ),
        ("if the dockers block the port, the mayor will call the army", "the mayor will call the army"),
        ("it had no knowledge of rusted bolts", "it was not aware of any rusted bolts"),
        ("the harbour master must resign over the leak", "the harbour master should resign"),
        ("if wages at the port stay low", "wages at the port stay low"),
        ("the questions include if the harbour board broke the rules", "whether the harbour board broke the rules"),
        ("it sounded as if somebody had slammed a heavy door", "somebody had slammed a heavy door, so it sounded"),
    ] {
        assert!(joined(a, b), "{a} / {b}");
    }
}
