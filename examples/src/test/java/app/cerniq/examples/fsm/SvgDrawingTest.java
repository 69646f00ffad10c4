package app.cerniq.examples.fsm;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawingTest {

    @Test
    void the_picture_is_xml_with_all_eight_states() {
        var picture = picture(SourceDocument.MOVES);

        assertThat(texts(picture, "//*[starts-with(@class, 'state')]/*[local-name() = 'text']"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NegotiationState.values()).map(Enum::name).toList());
    }

    @Test
    void there_is_one_arrow_for_each_of_the_seventeen_moves() {
        var picture = picture(SourceDocument.MOVES);

        assertThat(texts(
                        picture,
                        "//*[starts-with(@class, 'move')][*[local-name() = 'path']]/*[local-name() = 'title']"))
                .containsExactlyElementsOf(SourceDocument.MOVES.moves().stream()
                        .map(move -> move.rule().value())
                        .toList());
    }

    @Test
    void the_labels_are_the_conditions() {
        var picture = picture(SourceDocument.MOVES);

        assertThat(texts(picture, "//*[@class = 'label']"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MoveCondition.values())
                        .map(MoveCondition::word)
                        .toList());
    }

    @Test
    void no_two_arrows_run_along_the_same_path() {
        var picture = picture(everyPair());

        assertThat(texts(picture, "//*[starts-with(@class, 'move')]/*[local-name() = 'path']/@d"))
                .hasSize(56)
                .doesNotHaveDuplicates();
    }

    @Test
    void bows_that_would_touch_run_in_lanes_of_their_own_and_the_picture_grows_to_the_left() {
        var narrow = new MoveMap(List.of(move(CLOSING, DISCOVERY)));
        var wide = new MoveMap(List.of(move(CLOSING, DISCOVERY), move(DISCOVERY, NEGOTIATION)));

        assertThat(new Routes(wide).leftmost()).isLessThan(new Routes(narrow).leftmost());
    }

    @Test
    void only_a_state_without_a_way_out_has_a_double_border() {
        var noReturn = new MoveMap(SourceDocument.MOVES.moves().stream()
                .filter(move -> move.from() != DEAD)
                .toList());

        var doubled = "//*[starts-with(@class, 'state')][count(*[local-name() = 'rect']) = 2]/*[local-name() = 'text']";

        assertThat(texts(picture(SourceDocument.MOVES), doubled)).containsExactly("PAID");
        assertThat(texts(picture(noReturn), doubled)).containsExactly("PAID", "DEAD");
    }

    @Test
    void the_picture_needs_nothing_from_outside() {
        assertThat(FsmDrawing.SVG.of(SourceDocument.MOVES)).doesNotContain("href", "@import", "<script", "url(http");
    }

    private static MoveMap everyPair() {
        var states = NegotiationState.values();
        return new MoveMap(IntStream.range(0, states.length * states.length)
                .filter(pair -> pair / states.length != pair % states.length)
                .mapToObj(pair -> move(states[pair / states.length], states[pair % states.length]))
                .toList());
    }

    private static Move move(NegotiationState from, NegotiationState to) {
        return new Move(from, to, Set.of(MoveCondition.RESURRECTION), new RuleName("X " + from + " & " + to));
    }

    private static Document picture(MoveMap map) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(FsmDrawing.SVG.of(map))));
        } catch (Exception notXml) {
            throw new AssertionError("not XML", notXml);
        }
    }

    private static List<String> texts(Document picture, String path) {
        try {
            var nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, picture, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(node -> nodes.item(node).getTextContent())
                    .toList();
        } catch (Exception badPath) {
            throw new AssertionError(path, badPath);
        }
    }
}
