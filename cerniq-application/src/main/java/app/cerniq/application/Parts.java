package app.cerniq.application;

import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.application.conversation.Backing;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.runtime.event.DispatchTerms;
import app.cerniq.application.runtime.process.ProcessManagers;
import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.resilience.GuardedEInvoices;
import app.cerniq.application.runtime.resilience.GuardedInvoicing;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.saga.SagaAlarm;
import app.cerniq.application.runtime.saga.SagaRunner;
import app.cerniq.application.runtime.saga.completion.CompletionSaga;
import app.cerniq.application.runtime.schedule.Timetable;
import app.cerniq.application.runtime.telemetry.MeasuredConsumer;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.domain.privacy.RetentionPlan;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.conversation.ToolBox;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.TaxRegistry;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.Notifications;
import app.cerniq.ports.runtime.Schedules;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an engine is made of.
 *
 * @param allocation from which locations goods are taken
 * @param search finding goods
 * @param retention for how long what has to be kept
 */
record Parts(
        Storage storage,
        Policies policies,
        AllocationStrategy allocation,
        SearchDesk search,
        RetentionPlan retention,
        Telemetry telemetry,
        Fiscal fiscal,
        Hearing hearing,
        Watch watch,
        Talk talk,
        Clock clock,
        Ids ids) {

    /** Who hears of events, where they go after a while, and how they are dispatched. */
    record Hearing(List<EventConsumer> consumers, EventArchive archive, DispatchTerms terms) {

        List<EventConsumer> all(ProcessManagers ours, Telemetry telemetry, Clock clock) {
            return Stream.concat(ours.consumers().stream(), consumers.stream())
                    .<EventConsumer>map(consumer -> new MeasuredConsumer(consumer, telemetry, clock))
                    .toList();
        }
    }

    /** Who makes out documents and reports them, and what is done when they fail; without partners no saga goes on. */
    record Fiscal(
            Optional<Invoicing> invoicing,
            Optional<EInvoices> eInvoices,
            FailureCatalogue failures,
            Breakers breakers,
            List<SagaAlarm> alarms) {

        SagaRunner runner(Storage storage, NegotiationDesk desk, Clock clock, Ids ids) {
            var scripts = invoicing
                    .flatMap(office -> eInvoices.map(spv -> CompletionSaga.over(
                            storage,
                            desk,
                            new GuardedInvoicing(office, breakers),
                            new GuardedEInvoices(spv, breakers),
                            failures)))
                    .stream()
                    .toList();
            return new SagaRunner(storage.sagas(), scripts, failures, alarms, clock, ids);
        }
    }

    /** Who writes texts, what they may use meanwhile, and who looks at every text before it leaves. */
    record Talk(
            List<LanguageModel> models,
            Optional<ToolBox> tools,
            Optional<TextGate> gate,
            Optional<TaxRegistry> registry) {

        Backing backing(
                Storage storage,
                Policies policies,
                TextGate standardGate,
                ToolBox standardTools,
                Breakers breakers,
                NegotiationDesk deals,
                TaskDesk tasks,
                AutomationDesk automation,
                Telemetry telemetry,
                Clock clock,
                Ids ids) {
            return new Backing(
                    storage,
                    policies.conversations(),
                    gate.orElse(standardGate),
                    models,
                    tools.orElse(standardTools),
                    breakers,
                    deals,
                    tasks,
                    automation,
                    telemetry,
                    clock,
                    ids);
        }
    }

    /** What a host brings so that things run by themselves and people hear of them. */
    record Watch(
            Optional<Schedules> schedules, Map<Timetable, Job.Body> work, Staff staff, Notifications notifications) {}
}
