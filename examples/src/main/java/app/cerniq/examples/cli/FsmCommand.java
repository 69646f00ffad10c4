package app.cerniq.examples.cli;

import app.cerniq.examples.fsm.FsmDrawing;
import app.cerniq.rules.DroolsPolicies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the state machine as the rules in force have it. */
@Command(
        name = "fsm",
        description = "Draw the negotiation's state machine, read out of the rules.%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class FsmCommand implements Runnable {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if left out.")
    private FsmDrawing format;

    @Mixin
    private OutputFile output;

    @Override
    public void run() {
        output.write(format.of(DroolsPolicies.standard().moves().moves()));
    }
}
