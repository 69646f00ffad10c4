package app.cerniq.application.runtime.saga;

import app.cerniq.application.runtime.event.TellingSagas;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.ports.runtime.Sagas;
import io.vavr.control.Either;

/** Whatever is written down about a saga goes with what others are told of it: in one step, or not at all. */
record SagaBook(Sagas sagas, TellingSagas telling) {

    Either<SagaRefusal, Saga> begin(SagaChange start) {
        return sagas.begin(start, telling.begun(start));
    }

    Either<SagaRefusal, Saga> keep(Saga before, SagaChange change) {
        return sagas.keep(change, telling.messages(before, change));
    }
}
