"""A Maven project that knows nothing but the coordinates of the jar: it finds it, compiles against it and runs."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

MAVEN = os.environ["ESPPADOM_MAVEN"]
JAR = pathlib.Path(os.environ["ESPPADOM_JAR"])
SOURCE = pathlib.Path(os.environ["ESPPADOM_SOURCE_DIR"])

POM = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>fresh</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <repositories>
    <repository>
      <id>built</id>
      <url>{repository}</url>
    </repository>
  </repositories>
  <dependencies>
    <dependency>
      <groupId>org.esppadom</groupId>
      <artifactId>esppadom</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-resources-plugin</artifactId>
        <version>3.3.1</version>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.13.0</version>
      </plugin>
    </plugins>
  </build>
</project>
"""

PROGRAM = """package com.example;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.esppadom.Delivery;
import org.esppadom.Esppadom;

public final class Count {
  public static void main(String[] arguments) {
    try (Stream<Delivery> visits = Esppadom.deliveries(Path.of(arguments[0]))) {
      System.out.println(visits.filter(visit -> visit.correctionCode().isPresent()).count());
    }
  }
}
"""


def main():
    version = f"{JAR.stem.split('-', 1)[1]}-test{os.getpid()}"  # of its own: Maven keeps what it has seen
    kept = pathlib.Path.home() / ".m2" / "repository" / "org" / "esppadom" / "esppadom" / version
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        artifact = folder / "repository" / "org" / "esppadom" / "esppadom" / version
        artifact.mkdir(parents=True)
        shutil.copy(JAR, artifact / f"esppadom-{version}.jar")
        own = JAR.parent.parent / "esppadom.pom"
        plain = JAR.stem.split("-", 1)[1]
        (artifact / f"esppadom-{version}.pom").write_text(
            own.read_text(encoding="utf-8").replace(f"<version>{plain}<", f"<version>{version}<"), encoding="utf-8")
        project = folder / "project"
        sources = project / "src" / "main" / "java" / "com" / "example"
        sources.mkdir(parents=True)
        (sources / "Count.java").write_text(PROGRAM, encoding="utf-8")
        repository = (folder / "repository").as_uri()
        (project / "pom.xml").write_text(POM.format(repository=repository, version=version), encoding="utf-8")
        try:
            subprocess.run([MAVEN, "-q", "-B", "-f", project / "pom.xml", "compile"], check=True)
            jar = kept / f"esppadom-{version}.jar"
            done = subprocess.run(
                ["java", "-cp", f"{project / 'target' / 'classes'}{os.pathsep}{jar}", "com.example.Count",
                 SOURCE / "tests" / "data" / "samples" / "delivery-72.xml"],
                check=True, capture_output=True, text=True)
        finally:
            shutil.rmtree(kept, ignore_errors=True)
    if not 0 < int(done.stdout) <= 72:
        sys.exit(f"the program counted {done.stdout}")


main()
