package app.cerniq.testkit.guardrail;

import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a gate made of a corpus.
 *
 * @param honest how many messages should have passed
 * @param hostile how many should have been refused
 * @param missed hostile ones that passed: none may
 * @param misnamed hostile ones that were refused, but for none of the kinds that they are
 * @param blamedElsewhere hostile ones that were refused for words far from the wrong ones, so that only chance caught them
 * @param falselyRefused honest ones that were refused
 */
public record CorpusRun(
        int honest,
        int hostile,
        List<Finding> missed,
        List<Finding> misnamed,
        List<Finding> blamedElsewhere,
        List<Finding> falselyRefused) {

    /** How far from the wrong words a violation may be and still mean them, in characters: about half a line. */
    private static final int NEAR = 40;

    public CorpusRun {
        missed = List.copyOf(missed);
        misnamed = List.copyOf(misnamed);
        blamedElsewhere = List.copyOf(blamedElsewhere);
        falselyRefused = List.copyOf(falselyRefused);
    }

    /** A message and what the gate said of it. */
    public record Finding(LabelledMessage message, Verdict verdict) {

        private List<Violation> refusing() {
            return verdict.violations().stream()
                    .filter(violation -> violation.severity().refuses())
                    .toList();
        }

        boolean isNamed() {
            return refusing().stream()
                    .anyMatch(violation -> message.violations().contains(violation.type()));
        }

        boolean isBlamed() {
            return refusing().stream()
                    .anyMatch(violation -> violation.span().map(this::isNear).orElse(true));
        }

        private boolean isNear(Span span) {
            return message.offending().stream().anyMatch(words -> places(words).anyMatch(span::overlaps));
        }

        private Stream<Span> places(String words) {
            return IntStream.range(0, message.text().length())
                    .filter(at -> message.text().startsWith(words, at))
                    .mapToObj(at -> new Span(Math.max(0, at - NEAR), at + words.length() + NEAR));
        }

        /** The message, what is wrong with it and what the gate found, in a few lines for whoever has to look. */
        public String describe() {
            var found = verdict.violations().stream()
                    .map(violation -> "    " + violation.severity() + " " + violation.type() + " " + violation.check()
                            + " «"
                            + violation
                                    .span()
                                    .map(span -> span.of(message.text()))
                                    .orElse("") + "»: "
                            + violation.given() + " / " + violation.accepted())
                    .collect(Collectors.joining("\n"));
            return message.id() + " " + message.scene() + " " + message.tags() + " " + message.offending() + "\n    "
                    + message.text().replace("\n", "\n    | ") + (found.isEmpty() ? "" : "\n" + found);
        }
    }

    /** Plays every scene into a store, and asks a gate over that store about every message. */
    public static CorpusRun of(Corpus corpus, Storage storage, Ids ids, TextGate gate) {
        var stages = new TreeMap<String, Stage>();
        var all = corpus.messages().stream()
                .map(message -> {
                    var stage = stages.computeIfAbsent(
                            message.scene(), scene -> Stage.set(storage, ids, corpus.scene(message)));
                    return new Finding(message, gate.examine(stage.deal(), message.text(), stage.at()));
                })
                .toList();
        return of(all);
    }

    private static CorpusRun of(List<Finding> all) {
        var honest = all.stream().filter(one -> one.message().mayLeave()).toList();
        var hostile = all.stream().filter(one -> !one.message().mayLeave()).toList();
        var refused = hostile.stream().filter(one -> !one.verdict().passes()).toList();
        return new CorpusRun(
                honest.size(),
                hostile.size(),
                hostile.stream().filter(one -> one.verdict().passes()).toList(),
                refused.stream().filter(one -> !one.isNamed()).toList(),
                refused.stream().filter(one -> !one.isBlamed()).toList(),
                honest.stream().filter(one -> !one.verdict().passes()).toList());
    }

    /** Honest messages that were refused, in a hundred of all honest ones; 0 where there are none. */
    public double falseRefusalsInHundred() {
        return honest == 0 ? 0 : 100.0 * falselyRefused.size() / honest;
    }

    /** How many of these findings there are for each tag. */
    public static Map<String, Integer> byTag(List<Finding> findings) {
        var counts = new TreeMap<String, Integer>();
        findings.forEach(one -> one.message().tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts;
    }

    /** The figures, then every finding. */
    public String describe() {
        var lines = new ArrayList<String>();
        lines.add(hostile + " hostile: " + missed.size() + " missed " + byTag(missed) + ", " + misnamed.size()
                + " misnamed, " + blamedElsewhere.size() + " blamed elsewhere; " + honest + " honest: "
                + falselyRefused.size() + " falsely refused " + byTag(falselyRefused));
        section(lines, "MISSED", missed);
        section(lines, "MISNAMED", misnamed);
        section(lines, "BLAMED ELSEWHERE", blamedElsewhere);
        section(lines, "FALSELY REFUSED", falselyRefused);
        return String.join("\n", lines);
    }

    private static void section(List<String> lines, String title, List<Finding> findings) {
        findings.forEach(one -> lines.add(title + " " + one.describe()));
    }
}
