package io.cioagent.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Clients whose class files are older than most of their readers. */
@BuildAndOldestJdk
class OldClassFilesIT {

  private static final String CLIENT = "old.customerio.OldCustomerIoClient";

  private final StandIn standIn = StandIn.http();
  @Parameter private Jdk jdk;

  @AfterAll
  void stopServer() {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource({"1.4, 48", "1.6, 50"})
  void oldClassFilesAreWovenAndWork(String source, int version) throws IOException {
    Path classes = compile(source);
    assertThat(version(classFile(classes))).isEqualTo(version);
    standIn.reset();
    standIn.script(Reply.ok(), Reply.status(401));
    try (RunningJvm jvm =
        Jvm.on(jdk)
            .agent()
            .option(Hosts.option())
            .classPath(classes)
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready()) {
      Watch watch = new Watch(jvm);
      watch
          .call(CLIENT, "identify", Leaks.ID, "plan=pro")
          .answered("200")
          .operations("identify success")
          .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200")
          .spanCount(2);
      watch
          .call(CLIENT, "identify", Leaks.ID, "plan=pro")
          .threw("java.lang.IllegalStateException: refused")
          .operations("identify 401")
          .attempts("PUT track.customer.io /api/v1/customers/{identifier} 401");
      watch
          .call(CLIENT, "track", Leaks.ID, "ordered", "total=12.50")
          .answered("true")
          .operations("track unknown")
          .attempts();
      assertThat(jvm.ask("call", CLIENT, "closed"))
          .as("attributes and finally blocks, each once")
          .isEqualTo("= 5");
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of(), true);
    }
  }

  @Test
  void oldestClassFilesHaveSubroutines() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    new ClassReader(Files.readAllBytes(classFile(compile("1.4"))))
        .accept(new SubroutineCalls(calls), 0);
    assertThat(calls).hasPositiveValue();
  }

  private static Path classFile(Path classes) {
    return classes.resolve("io/cioagent/it/apps/old/customerio/OldCustomerIoClient.class");
  }

  private static int version(Path classFile) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(classFile)).getShort(6);
  }

  private static Path compile(String source) {
    Path classes = Build.scratch("old-classes");
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    String command =
        String.join(
            " ",
            "-nowarn",
            "-source",
            source,
            "-target",
            source,
            "-d",
            classes.toString(),
            Build.ancientSources().toString());
    assertThat(BatchCompiler.compile(command, out, out, null)).as("%s", messages).isTrue();
    return classes;
  }

  private static final class SubroutineCalls extends ClassVisitor {
    private final AtomicInteger calls;

    SubroutineCalls(AtomicInteger calls) {
      super(Opcodes.ASM9);
      this.calls = calls;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitJumpInsn(int opcode, org.objectweb.asm.Label label) {
          if (opcode == Opcodes.JSR) {
            calls.incrementAndGet();
          }
        }
      };
    }
  }
}
