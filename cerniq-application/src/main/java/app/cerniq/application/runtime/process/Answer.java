package app.cerniq.application.runtime.process;

/** What became of one worker of the trigger document. */
public sealed interface Answer {

    /** In words, for the printed table. */
    String words();

    /** It is part of a command's own transaction, so that it can neither be lost nor come late. */
    record Within(String step) implements Answer {
        @Override
        public String words() {
            return "within " + step;
        }
    }

    /** The host calls it. */
    record ByHost(String call) implements Answer {
        @Override
        public String words() {
            return "host calls " + call;
        }
    }

    /** A process manager does it when the event comes. */
    record Reacting(Reactions reaction) implements Answer {
        @Override
        public String words() {
            return "reaction " + reaction.consumer().value();
        }
    }

    /** A recurring job does it. */
    record Scheduled(String job) implements Answer {
        @Override
        public String words() {
            return "job " + job;
        }
    }

    /** A step of the completion saga does it, or takes it back. */
    record SagaStep(String step) implements Answer {
        @Override
        public String words() {
            return "saga step " + step;
        }
    }

    /** It ends here: what goes on outside is behind a port. */
    record Behind(String port) implements Answer {
        @Override
        public String words() {
            return "behind port " + port;
        }
    }
}
