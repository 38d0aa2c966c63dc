package io.cioagent.it.library;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * The jars behind coordinates, with all that they depend on. Where they come from is the business
 * of whoever runs the build: settings, mirrors, local repository and {@code -o} are those of its
 * Maven.
 */
public final class MavenRepository {

  private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();
  private static final Context MAVEN = Runtimes.INSTANCE.getRuntime().create(likeTheBuild());

  /** What Netty has for each platform, and does without. */
  private static final List<Exclusion> NATIVE_CODE =
      Stream.of(
              "netty-transport-native-epoll",
              "netty-codec-native-quic",
              "netty-resolver-dns-native-macos")
          .map(artifact -> new Exclusion("io.netty", artifact, "*", "*"))
          .toList();

  private MavenRepository() {}

  /** In the order of a class path. */
  public static List<Path> jars(List<String> coordinates) {
    return coordinates.isEmpty()
        ? List.of()
        : RESOLVED.computeIfAbsent(coordinates, MavenRepository::resolve);
  }

  /** One file of any kind, such as {@code group:artifact:zip:version}. */
  public static Path file(String coordinates) {
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(coordinates), MAVEN.remoteRepositories(), "deployment");
    try {
      return MAVEN
          .repositorySystem()
          .resolveArtifact(MAVEN.repositorySystemSession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new IllegalStateException("cannot resolve " + coordinates, e);
    }
  }

  private static List<Path> resolve(List<String> coordinates) {
    CollectRequest wanted = new CollectRequest();
    wanted.setRepositories(MAVEN.remoteRepositories());
    for (String each : coordinates) {
      wanted.addDependency(
          new Dependency(new DefaultArtifact(each), "compile", false, NATIVE_CODE));
    }
    DependencyRequest request =
        new DependencyRequest(wanted, DependencyFilterUtils.classpathFilter("runtime"));
    try {
      return MAVEN
          .repositorySystem()
          .resolveDependencies(MAVEN.repositorySystemSession(), request)
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .filter(artifact -> artifact.getExtension().equals("jar"))
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException("cannot resolve " + coordinates, e);
    }
  }

  private static ContextOverrides likeTheBuild() {
    ContextOverrides.Builder overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            // The other test process may well resolve the same at this moment.
            .configProperties(
                Map.of(
                    "aether.syncContext.named.factory", "file-lock",
                    "aether.syncContext.named.nameMapper", "file-gav"));
    ifSet("maven.installation", overrides::withMavenSystemHomeOverride);
    ifSet("maven.user-settings", overrides::withUserSettingsXmlOverride);
    ifSet("maven.local-repository", overrides::withLocalRepositoryOverride);
    return overrides.build();
  }

  private static void ifSet(String property, Consumer<Path> set) {
    String value = System.getProperty(property, "");
    if (!value.isEmpty()) {
      set.accept(Path.of(value));
    }
  }
}
