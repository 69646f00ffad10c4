package app.cerniq.examples.bridge;

import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.EventBridge;
import app.cerniq.ports.runtime.Reception;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Posts every event to a bus. With Kafka, the key would be the record's key and the headers the record's headers. */
public final class HttpBridge implements EventBridge {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI bus;
    private final Set<EventType> types;

    /** A bridge to this address, for these events. */
    public HttpBridge(URI bus, Set<EventType> types) {
        this.bus = bus;
        this.types = Set.copyOf(types);
    }

    @Override
    public ConsumerName name() {
        return new ConsumerName("http-bus");
    }

    @Override
    public Set<EventType> types() {
        return types;
    }

    @Override
    public Reception forward(Outgoing message) {
        var request = HttpRequest.newBuilder(bus)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Ordering-Key", message.key());
        message.headers().forEach(request::header);
        try {
            var answer = client.send(
                    request.POST(BodyPublishers.ofString(message.json())).build(), BodyHandlers.discarding());
            return reception(answer.statusCode());
        } catch (IOException away) {
            return Reception.again("the bus cannot be reached");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Reception.again("stopped while the bus was asked");
        }
    }

    /** What the bus will never take is a dead letter at once; everything else is tried again. */
    private static Reception reception(int status) {
        if (status / 100 == 2) {
            return Reception.done();
        }
        return status == 400 || status == 422
                ? Reception.never("the bus answered " + status)
                : Reception.again("the bus answered " + status);
    }
}
