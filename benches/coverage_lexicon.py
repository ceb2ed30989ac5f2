"""What a bilingual lexicon adds to matching across languages, on the packaged sample.

    python benches/coverage_lexicon.py

counts the pairs of annotated attributions in two languages that share a claim, and how many of them matching joins: without a
lexicon, and with the small one below, which knows some 150 German and Portuguese words of news. Precision is that of pairs of
claims in two languages. Claims are those of raw text, and the annotated sentences.
"""

import coverage_quality as quality

import copydesk

WORDS = """
defekt: defective faulty; ventil: valve; entschieden: categorically firmly; zurückweisen: reject; riss: crack; viermal: four
protokoll: log record; anweisen: tell instruct; sensorfehler: sensor error; notieren: record note; anlage: plant line
weiterlaufen: run running; liter: litre; lösungsmittel: solvent; fluss: river; wehr: weir; grenzwert: limit; messen: measure
gemessen: measured; wert: value figure; jahr: year; gesehen: seen; bevölkerung: people public; spät: late; informieren: inform
gefahr: danger; gesundheit: health; unternehmen: company; trinkwasser: water; bezahlen: pay; helfer: volunteers; tonne: tonne
tot: dead; fisch: fish; bergen: collect; geborgen: collected; boot: boat; liegen: lie; tag: day; niemand: nobody; sagen: tell
hinausfahren: fish; almosen: charity alms; verdienst: earnings; fischer: fishermen fishing; soforthilfe: emergency fund
million: million; werk: plant factory; anlaufen: restart start; unabhängig: independent; gutachter: inspector; zustimmen: sign
firma: company; drohen: face; strafe: fine; vertrauen: confidence; geschäftsführung: management; versicherung: insurance
schaden: damage; prüfung: review; wissen: know; wusste: knew known; wartungsprotokolle: maintenance logs; freitag: friday
vorlegen: hand publish; fassung: version; nacht: night; gehört: heard; wahr: true; bericht: report; juli: july
betriebsleitung: management managers; februar: february; gemeldet: reported; ermittlung: investigation; minister: minister
regierung: government; gericht: court; klage: lawsuit; haus: house; straße: street; stadt: city town; land: country
wasser: water; gift: poison; unfall: accident; feuer: fire; arbeit: work; arbeiter: worker; streik: strike; geld: money
medir: measure; medimos: measured; ponte: bridge; açude: weir; quarenta: forty; vezes: times; limite: limit; permitido: legal
rio: river; ano: year; ver: see; litro: litre; chegar: reach; água: water; admitir: admit; resíduo: residue; lama: mud
permanecer: remain stay; outono: autumn; ninguém: nobody; comer: eat; marisco: shellfish; direcção: management managers
saber: know; sabia: knew known; fissura: crack; válvula: valve; fevereiro: february; escrever: write; escrevemos: wrote
registo: log record; quatro: four; resposta: answer; anotar: record; erro: error; sensor: sensor; parar: stop; linha: line
momento: moment time; existir: exist; perigo: danger; saúde: health; público: public; situação: situation; barco: boat
amarrado: tied; dia: day; pescar: fish; associado: member; pedir: ask; esmola: charity alms; ganhar: earn; ganho: earned
fundo: fund; emergência: emergency; milhão: million; fábrica: plant factory; reabrir: restart reopen; inspector: inspector
independente: independent; multa: fine; município: council town; processo: lawsuit case; esperar: wait; relatório: report
defender: defend; gente: people; governo: government; esconder: hide; análise: test analysis; resultado: result
divulgar: publish; confirmar: confirm; versão: version; ouvir: hear; ouvimos: heard; hoje: today; verdade: true truth
manutenção: maintenance; tribunal: court; casa: house; rua: street; cidade: city town; país: country; trabalho: work
"""


def lexicon():
    """Words with their translations, each both ways."""
    found = {}
    for entry in WORDS.replace("\n", ";").split(";"):
        word, _, others = entry.strip().partition(": ")
        for other in others.split():
            found.setdefault(word, []).append(other)
            found.setdefault(other, []).append(word)
    return found


def figures(docs, groups, claims):
    """Precision and recall over pairs in two languages, and how many pairs there are."""
    gold = quality.Gold(docs, groups, claims)

    def across(a, b):
        return quality.LANGUAGES[a] != quality.LANGUAGES[b]

    wanted = [pair for pair in map(tuple, gold.wanted) if across(*(gold.gold[i][0] for i in pair))]
    lost = [pair for pair in gold.lost(claims) if across(*(gold.gold[i][0] for i in pair))]
    judged = [verdict for (a, b), verdict in gold.judged(claims) if across(gold.of[a], gold.of[b])]
    return 100 * sum(judged) / max(len(judged), 1), 100 * (1 - len(lost) / len(wanted)), len(wanted)


def main():
    docs, groups = quality.sample()
    print(f"{'':36}{'P':>8}{'R':>8}{'pairs':>8}")
    for name, claims in (("raw text", quality.extracted(docs)), ("claims given", quality.given(docs))):
        for way, words in (("without a lexicon", None), ("with one of 150 words", lexicon())):
            matched = [dict(claim) for claim in copydesk.match_claims(claims, lexicon=words)]
            precision, recall, pairs = figures(docs, groups, matched)
            print(f"{name + ', ' + way:36}{precision:8.1f}{recall:8.1f}{pairs:8}")


if __name__ == "__main__":
    main()
