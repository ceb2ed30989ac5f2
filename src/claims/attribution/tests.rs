//! Behaviour of the whole room, on texts written for it.

use proptest::prelude::*;

use super::*;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::testing::contents as words;
use crate::claims::{Act, Kind, SpeakerType};

fn read(text: &str, language: Option<&str>) -> Vec<Attribution> {
    extract_attributions(text, language, &Context::default()).unwrap()
}

/// The attribution whose content holds `part`.
fn with<'a>(text: &str, found: &'a [Attribution], part: &str) -> &'a Attribution {
    found.iter().find(|a| words(text, a).contains(part)).unwrap_or_else(|| panic!("{part:?} not in {found:?}"))
}

#[test]
fn the_embedded_model_reads() {
    let model = AttributionModel::embedded().unwrap();
    assert_eq!(&AttributionModel::read(&model.write().unwrap()).unwrap(), model);
    assert!(AttributionModel::read(b"COPYDESK").is_err());
}

#[test]
fn direct_mixed_and_indirect() {
    let text = "“The dam will hold,” Karen Holt said. She said the water had “never been this high”. \
                Holt warned that the lower town could be flooded by Friday.";
    let found = read(text, Some("en"));
    let kinds: Vec<Kind> = found.iter().map(|a| a.kind).collect();
    assert_eq!(kinds, [Kind::Direct, Kind::Mixed, Kind::Indirect]);
    assert!(found.iter().all(|a| a.speaker.as_deref() == Some("Karen Holt")), "{found:?}");
    assert_eq!(found[2].act, Act::Warn);
}

#[test]
fn a_quotation_broken_by_its_cue_is_one() {
    let text = "\"We have the money,\" Treasurer Paul Lind said. \"We lack the will to spend it.\"";
    let found = read(text, Some("en"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(words(text, &found[0]), "We have the money … We lack the will to spend it.");
}

#[test]
fn conjoined_cues_share_their_source() {
    let text = "But Lind acknowledged that the fund is nearly empty and warned that taxes will have to rise.";
    let found = read(text, Some("en"));
    let (first, second) = (with(text, &found, "nearly empty"), with(text, &found, "taxes will"));
    assert_eq!(first.speaker, second.speaker);
    assert_eq!((first.act, second.act), (Act::Say, Act::Warn));
}

#[test]
fn titles_roles_and_pronouns_find_the_full_name() {
    let text = "The Norwegian deputy fisheries minister, Ingrid Solberg, said on Tuesday that the quota would be cut.\n\
                Boats had caught too much, Solberg said. She added that inspectors would be sent.\n\
                The Norwegian minister said that talks would resume.";
    let found = read(text, Some("en"));
    assert!(found.len() >= 4, "{found:?}");
    for attribution in &found {
        assert_eq!(attribution.speaker.as_deref(), Some("Ingrid Solberg"), "{}", words(text, attribution));
        assert_eq!(attribution.speaker_key.as_deref(), Some("solberg"));
        assert_eq!(attribution.speaker_type, Some(SpeakerType::Person));
    }
}

#[test]
fn second_hand_quotations_name_their_outlet() {
    let text = "“It was a mistake,” said Chancellor Peter Voss, as quoted by The Herald.";
    let found = read(text, Some("en"));
    assert_eq!(with(text, &found, "mistake").via.as_deref(), Some("The Herald"));
}

#[test]
fn german_with_speakers() {
    let text = "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Julia Brandt am Montag. \
                Sie erklärte, dass das Geld dafür reiche. Laut Brandt fehlt nur noch ein Gutachten.";
    let found = read(text, Some("de"));
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|a| a.speaker.as_deref() == Some("Julia Brandt")), "{found:?}");
    assert_eq!(words(text, &found[0]), "Wir bauen die Brücke im Frühjahr");
}

#[test]
fn six_more_languages_direct() {
    for (language, text) in [
        ("fr", "« Nous allons reconstruire le pont », a déclaré Claire Dubois lundi."),
        ("es", "«Vamos a reconstruir el puente», dijo Carlos Romero el lunes."),
        ("pt", "“Vamos reconstruir a ponte”, disse Carlos Moreira nesta segunda."),
        ("nl", "“We gaan de brug herbouwen”, zei Peter Jansen maandag."),
        ("it", "«Ricostruiremo presto il ponte», ha detto Paolo Ferri lunedì."),
        ("ru", "«Мы скоро восстановим мост», — заявил Иван Петров в понедельник."),
    ] {
        let found = read(text, Some(language));
        assert_eq!(found.len(), 1, "{language}: {found:?}");
        assert_eq!(found[0].kind, Kind::Direct, "{language}");
        let name = found[0].speaker.as_deref().unwrap_or("");
        assert!(text.contains(name) && name.split(' ').count() == 2, "{language}: {name:?}");
    }
}

#[test]
fn other_languages_yield_quotations_and_no_speaker() {
    let text = "Starosta powiedział: „Odbudujemy ten most na wiosnę”. To „most” jest.";
    for language in [None, Some("pl")] {
        let found = read(text, language);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(words(text, &found[0]), "Odbudujemy ten most na wiosnę");
        assert!(found[0].speaker.is_none() && found[0].cue_span.is_none());
    }
}

/// Contents of the attributions of an English text.
fn said(text: &str) -> Vec<String> {
    read(text, Some("en")).iter().map(|attribution| words(text, attribution)).collect()
}

#[test]
fn an_inner_attribution_names_the_one_it_stands_in() {
    let text = "The minister said that the governor had warned that the dam could fail.";
    let found = read(text, Some("en"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!((found[0].parent, found[1].parent), (None, Some(0)));
    assert_eq!(found[1].source_span.map(|span| span.of(text)), Some("the governor"));
}

#[test]
fn a_parenthesis_does_not_cut_the_subject_off() {
    assert_eq!(said("The plan, Berg said, would cost too much."), ["The plan … would cost too much"]);
}

#[test]
fn whom_a_passive_speaks_of_is_no_source() {
    let found = read("The council was accused of hiding the report.", Some("en"));
    assert!(found.iter().all(|attribution| attribution.source_span.is_none()), "{found:?}");
    let text = "Berg was quoted as saying the bridge would stay closed.";
    assert_eq!(read(text, Some("en"))[0].source_span.map(|span| span.of(text)), Some("Berg"));
}

#[test]
fn a_participle_has_the_subject_of_its_sentence() {
    let text = "Anna Berg left the hearing on Monday, saying the city had failed its tenants.";
    let found = read(text, Some("en"));
    let saying = found.iter().find(|attribution| words(text, attribution).starts_with("the city")).expect("found");
    assert_eq!(saying.source_span.map(|span| span.of(text)), Some("Anna Berg"));
}

#[test]
fn nouns_that_report_and_nouns_that_do_not() {
    assert_eq!(said("The company denied allegations of fraud."), ["allegations of fraud"]);
    for text in
        ["Talks between Norway and Sweden ended on Friday.", "Norway-Sweden talks over the border make little headway."]
    {
        assert!(said(text).is_empty(), "{text}");
    }
}

#[test]
fn a_verb_that_the_lexicon_lacks_is_a_cue() {
    let text = "“It was a mess,” she harrumphed.";
    assert_eq!(read(text, Some("en"))[0].cue_span.map(|span| span.of(text)), Some("harrumphed"));
}

#[test]
fn the_outlet_is_not_the_day() {
    let found = read("“We will not yield,” Solberg told Reuters on Tuesday.", Some("en"));
    assert_eq!(found[0].via.as_deref(), Some("Reuters"));
}

#[test]
fn cancelling_stops() {
    let context = Context::default();
    context.cancel();
    assert!(extract_attributions("She said so.", Some("en"), &context).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_read_without_panic(
        text in "\\PC{0,120}|((said|Peskov|“|”|\"|'|that|, |\\. |\n|der|sagte|«|»|Ms|’s|told|Reuters|é) ?){0,60}",
        language in prop::sample::select(vec![None, Some("en"), Some("de"), Some("fr"), Some("ru"), Some("ja")]),
    ) {
        let found = read(&text, language);
        for (at, attribution) in found.iter().enumerate() {
            prop_assert!(!attribution.spans.is_empty());
            prop_assert!(attribution.spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for span in attribution.spans.iter().chain(&attribution.source_span).chain(&attribution.cue_span) {
                prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            }
            prop_assert!(attribution.parent.is_none_or(|parent| parent < found.len() && parent != at));
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].spans[0].start <= pair[1].spans[0].start));
    }
}

#[test]
fn an_embedded_post_belongs_to_who_signs_it() {
    let text = "A post did the rounds.\n\nI love that they painted it blue. Never mind the cost. https://t.co/abc\n\n\
                — Rosa Lind (@rosalind) May 3, 2019\n\nThe bridge opened on Friday.";
    let found = read(text, Some("en"));
    let post = with(text, &found, "painted it blue");
    assert_eq!(words(text, post), "I love that they painted it blue. Never mind the cost.");
    assert_eq!(post.speaker.as_deref(), Some("Rosa Lind"));
}

#[test]
fn silence_and_mottos_report_nobody() {
    let silence = "Petra Dahl owns the mill. The mill did not immediately respond to a request for comment.";
    assert_eq!(read(silence, Some("en")), []);
    let motto =
        "The town chose “We are all ready.” as its line.\n\n“We are all ready.”\n\nThe bridge opened on Friday.";
    assert!(read(motto, Some("en")).iter().all(|found| found.cue_span.is_some()));
}

#[test]
fn a_name_alone_behind_the_cue_of_a_quotation_speaks() {
    let text =
        "Ann Berg runs a studio. You should see a change. \"People will start to feel some inner peace,\" says Berg.";
    let found = read(text, Some("en"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].speaker.as_deref(), Some("Ann Berg"));
}

#[test]
fn plain_words_behind_the_cue_of_a_quotation_are_not_quoted() {
    let text = "“The pier is unsafe,” Berg said during his first week on the job.";
    let context = Context::default();
    let reading = Reading::new(text, Some("en"), &context).unwrap();
    let analysis = Analysis::new(&reading, &pack::pack("en").unwrap().lexicon, &context).unwrap();
    let at = |word: &str| (0..analysis.len()).find(|&i| analysis.words.of(i) == word).unwrap();
    let link = |second: Run| Link {
        source: Some((at("Berg"), at("said"))),
        cue: Some((at("said"), at("during"))),
        contents: vec![(at("The"), at("unsafe") + 1), second],
        ..Link::default()
    };
    let mended = tagging::repair::repair(&analysis, vec![link((at("his"), at("job") + 1))]);
    assert_eq!(mended[0].contents, [(at("The"), at("unsafe") + 1)]);
}

#[test]
fn a_text_may_end_with_its_source() {
    for text in ["\"It is bad,\" said Berg", "«said«” said Ms", "The bridge is closed, said the mayor, Ann Berg"] {
        let found = extract_attributions(text, Some("en"), &Context::default());
        assert!(found.is_ok(), "{text}");
    }
}

#[test]
fn a_text_may_begin_and_stop_at_any_word() {
    for (language, text) in [
        ("en", "Rates will rise in May, said the bank. It is, says Ann Berg, “not the end”."),
        (
            "de",
            "Das Dach ist alt, erklärte am Montag der Minister. Erklärte er, dass Berg irrt? Seiner Meinung nach ja.",
        ),
        ("fr", "Le pont est fermé, a déclaré le maire. Selon lui, « rien ne presse »."),
        (
            "it",
            "La porta era aperta, secondo quanto riferito dal sindaco. Dire a tutti, teme a ragione, emerge da uno studio.",
        ),
        ("es", "Teme a la justicia. «No es hora», dijo a los vecinos. Según lo dicho por la edil, cierra."),
        ("nl", "Uit een rapport blijkt dat de dijk zakt. ‘Nee’, zei tegen de krant de wethouder."),
    ] {
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1)).collect();
        for &from in &starts {
            for &to in starts.iter().filter(|&&to| to > from) {
                let part = text[from..to].trim_end_matches(['.', ' ']);
                for found in read(part, Some(language)) {
                    for span in found.spans.iter().chain(&found.source_span).chain(&found.cue_span) {
                        assert!(span.start < span.end, "{part}: {found:?}");
                    }
                }
            }
        }
    }
}
