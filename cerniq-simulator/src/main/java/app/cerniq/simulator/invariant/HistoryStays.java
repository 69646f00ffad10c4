package app.cerniq.simulator.invariant;

import java.util.List;

/** I14: what was written stays, and it is the whole truth. */
final class HistoryStays implements Invariant {

    @Override
    public String id() {
        return "I14";
    }

    @Override
    public String sentence() {
        return "History is append-only but for what a person had erased, and folding a deal's history gives the deal as it is stored.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        return moment.contradictions();
    }

    @Override
    public List<String> audit(Moment moment) {
        return moment.contradictions();
    }
}
