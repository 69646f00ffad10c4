package app.cerniq.adapters.postgres;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.FailureCode;
import app.cerniq.domain.runtime.saga.SagaStep;
import app.cerniq.domain.runtime.saga.StepClass;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.runtime.saga.StepPlan;
import app.cerniq.domain.runtime.saga.StepState;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A step of a saga as a row of saga_steps, both ways, in the names of its columns. */
@JsonIgnoreProperties({"tenant_id", "saga_id"})
record SagaStepRow(
        String name,
        int position,
        @JsonProperty("step_class") String stepClass,
        @JsonProperty("after_steps") List<String> afterSteps,
        @JsonProperty("on_refusal") String onRefusal,
        @JsonProperty("settling_seconds") long settlingSeconds,
        String state,
        int attempts,
        int failures,
        @JsonProperty("called_at") Optional<Instant> calledAt,
        @JsonProperty("due_at") Optional<Instant> dueAt,
        Optional<String> result,
        @JsonProperty("failure_code") Optional<String> failureCode,
        @JsonProperty("failure_message") Optional<String> failureMessage,
        @JsonProperty("failed_at") Optional<Instant> failedAt,
        Optional<String> note,
        @JsonProperty("done_as") Optional<Integer> doneAs,
        @JsonProperty("is_asked") boolean asked) {

    static SagaStepRow of(SagaStep step, int position) {
        return new SagaStepRow(
                step.name().value(),
                position,
                step.plan().stepClass().name(),
                step.plan().after().stream().map(StepName::value).sorted().toList(),
                step.plan().onRefusal().name(),
                step.plan().settling().toSeconds(),
                step.state().name(),
                step.attempts(),
                step.failures(),
                step.calledAt(),
                step.dueAt(),
                step.result(),
                step.failure().map(failure -> failure.code().value()),
                step.failure().map(Failure::message),
                step.failure().map(Failure::at),
                step.note(),
                step.doneAs(),
                step.isAsked());
    }

    SagaStep step() {
        var plan = new StepPlan(
                new StepName(name),
                StepClass.valueOf(stepClass),
                afterSteps.stream().map(StepName::new).collect(Collectors.toUnmodifiableSet()),
                StepPlan.OnRefusal.valueOf(onRefusal),
                Duration.ofSeconds(settlingSeconds));
        return new SagaStep(
                plan,
                StepState.valueOf(state),
                attempts,
                failures,
                calledAt,
                dueAt,
                result,
                failureCode.map(code ->
                        new Failure(new FailureCode(code), failureMessage.orElse(""), failedAt.orElse(Instant.EPOCH))),
                note,
                doneAs,
                asked);
    }
}
