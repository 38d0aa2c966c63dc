package io.cioagent.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests against the types of Kubernetes and of the Prometheus operator, field by field. */
class ManifestsIT {

  private static final Path FOLDER = Yaml.folder("kubernetes");

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.of(
          "deployment.yml", Deployment.class,
          "podmonitor.yml", PodMonitor.class,
          "prometheusrule.yml", PrometheusRule.class);

  /** The types take any field and keep it aside, as a client must; a check must not. */
  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  @Test
  void everyManifestIsKnownHere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".yml"))
          .containsExactlyInAnyOrderElementsOf(TYPES.keySet());
    }
  }

  @Test
  void everyManifestMatchesItsSchema() throws IOException {
    for (Map.Entry<String, Class<? extends HasMetadata>> file : TYPES.entrySet()) {
      HasMetadata object = read(text(file.getKey()), file.getValue());
      assertThat(object.getKind()).isEqualTo(file.getValue().getSimpleName());
      assertThat(object.getApiVersion())
          .as(file.getKey())
          .isEqualTo(HasMetadata.getApiVersion(file.getValue()));
      assertThat(object.getMetadata().getName()).isNotBlank();
    }
  }

  @Test
  void misspeltFieldIsFound() throws IOException {
    Map<String, String> fields =
        Map.of(
            "deployment.yml", "mountPath",
            "podmonitor.yml", "podMetricsEndpoints",
            "prometheusrule.yml", "annotations");
    for (Map.Entry<String, String> field : fields.entrySet()) {
      String name = field.getValue();
      String misspelt = text(field.getKey()).replaceFirst(name + ":", name + "s:");
      assertThatThrownBy(() -> read(misspelt, TYPES.get(field.getKey())))
          .isInstanceOf(UnrecognizedPropertyException.class)
          .hasMessageContaining(name + "s");
    }
  }

  @Test
  void valueOfTheWrongTypeIsFound() throws IOException {
    String text = text("deployment.yml").replaceFirst("replicas: 2", "replicas: \"2\"");
    assertThatThrownBy(() -> read(text, Deployment.class)).isInstanceOf(JsonMappingException.class);
  }

  /** What no schema knows: that the names on both sides of a reference are the same. */
  @Test
  void referencesBetweenManifestsMatch() throws IOException {
    Deployment deployment = read(text("deployment.yml"), Deployment.class);
    PodMonitor monitor = read(text("podmonitor.yml"), PodMonitor.class);
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    Container container = pod.getContainers().get(0);

    assertThat(labels).containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    assertThat(labels).containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
    assertThat(labels).containsKey(monitor.getSpec().getJobLabel());
    assertThat(container.getPorts())
        .anySatisfy(
            port -> {
              assertThat(port.getName())
                  .isEqualTo(monitor.getSpec().getPodMetricsEndpoints().get(0).getPort());
              assertThat(port.getContainerPort()).isEqualTo(19464);
            });
    List<String> volumes = pod.getVolumes().stream().map(volume -> volume.getName()).toList();
    for (Container each : List.of(container, pod.getInitContainers().get(0))) {
      assertThat(each.getVolumeMounts()).extracting(VolumeMount::getName).isSubsetOf(volumes);
    }
    assertThat(pod.getInitContainers().get(0).getCommand())
        .containsExactly("cp", "/customerio-agent.jar", "/customerio/");
    assertThat(container.getEnv())
        .anySatisfy(
            variable -> {
              assertThat(variable.getName()).isEqualTo("JAVA_TOOL_OPTIONS");
              assertThat(variable.getValue())
                  .isEqualTo("-javaagent:/customerio/customerio-agent.jar");
            });
  }

  private static <T> T read(String text, Class<T> type) throws JsonProcessingException {
    return STRICT.readValue(text, type);
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
