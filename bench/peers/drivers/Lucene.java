// Lucene, by its own IndexWriter and IndexSearcher: the same commands and the same answers as the
// other drivers (bench/peers/driver.h says what each question asks for).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

public final class Lucene {
  private static final String SETTINGS =
      "EnglishAnalyzer, BM25Similarity, RAM buffer of 256 MB, merging as it comes; title and text"
          + " in one field with positions, both stored; people in SortedSetDocValuesFacetField;"
          + " UnifiedHighlighter, which analyzes the ten texts again; warmed up twice as long as the others";
  private static final List<String> QUESTIONS =
      List.of("or", "and", "phrase", "facet", "snippets");
  private static final int SHOWN = 10;
  private static final int RANKED = 1000;
  private static final Set<String> SHOWN_FIELDS = Set.of("id", "title");

  private record Question(String id, String words, String phrase) {}

  private record Answer(int hits, long facetCounts) {}

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final FacetsConfig facets = new FacetsConfig();
  private IndexSearcher searcher;
  private SortedSetDocValuesReaderState facetState;
  private UnifiedHighlighter highlighter;

  private Lucene() {
    facets.setMultiValued("people", true);
  }

  private Document makeDocument(String line) throws IOException {
    String[] fields = line.split("\t", -1);
    Document document = new Document();
    document.add(new StringField("id", fields[0], Field.Store.YES));
    document.add(new StoredField("title", fields[3]));
    document.add(new StoredField("date", fields[1]));
    document.add(new TextField("content", fields[3], Field.Store.NO));
    document.add(new TextField("content", fields[4], Field.Store.YES));
    for (String name : fields[2].split("\\|")) {
      if (!name.isEmpty()) {
        document.add(new SortedSetDocValuesFacetField("people", name));
      }
    }
    return facets.build(document);
  }

  private void addAll(BufferedReader articles, IndexWriter writer) {
    try {
      while (true) {
        String line;
        synchronized (articles) {
          line = articles.readLine();
        }
        if (line == null) {
          return;
        }
        writer.addDocument(makeDocument(line));
      }
    } catch (IOException error) {
      throw new IllegalStateException(error);
    }
  }

  /** Its documentation advises as large a buffer as there is memory for. */
  private IndexWriterConfig writerConfig() {
    return new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
  }

  private String index(Path articles, Path folder, int threads) throws Exception {
    long start = System.nanoTime();
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, writerConfig());
        BufferedReader lines = Files.newBufferedReader(articles, StandardCharsets.UTF_8)) {
      List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
      List<Thread> others = new ArrayList<>();
      for (int i = 1; i < threads; ++i) {
        Thread thread = new Thread(() -> addAll(lines, writer));
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        others.add(thread);
      }
      addAll(lines, writer);
      for (Thread thread : others) {
        thread.join();
      }
      if (!failures.isEmpty()) {
        throw new IllegalStateException(failures.get(0));
      }
      writer.commit();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "{%s,\"seconds\":%.6f,\"cpu_seconds\":%.6f,\"peak_bytes\":%d,\"compacted_bytes\":0}",
        description(), seconds, cpuSeconds(), peakBytes());
  }

  private static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static long peakBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    return 0;
  }

  private static String description() {
    return "\"version\":\"Lucene " + Version.LATEST + "\",\"settings\":\"" + SETTINGS + "\"";
  }

  private void open(Path folder) throws IOException {
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
    searcher = new IndexSearcher(reader);
    // There is no such field where no article has people in it.
    if (MultiDocValues.getSortedSetValues(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null) {
      facetState = new DefaultSortedSetDocValuesReaderState(reader);
    }
    highlighter = new UnifiedHighlighter(searcher, analyzer);
  }

  private Query toQuery(String question, Question asked) {
    QueryBuilder builder = new QueryBuilder(analyzer);
    Query query =
        switch (question) {
          case "and" ->
              builder.createBooleanQuery("content", asked.words, BooleanClause.Occur.MUST);
          case "phrase" -> builder.createPhraseQuery("content", asked.phrase);
          default -> builder.createBooleanQuery("content", asked.words);
        };
    // Where nothing but stop words was asked for.
    return query == null ? new MatchNoDocsQuery() : query;
  }

  private long sumPeople(FacetsCollector collector) throws IOException {
    FacetResult people =
        new SortedSetDocValuesFacetCounts(facetState, collector).getTopChildren(SHOWN, "people");
    long counts = 0;
    if (people != null) {
      for (LabelAndValue person : people.labelValues) {
        counts += person.value.longValue();
      }
    }
    return counts;
  }

  private Answer ask(String question, Question asked) throws IOException {
    Query query = toQuery(question, asked);
    long counts = 0;
    TopDocs hits;
    if (question.equals("facet")) {
      FacetsCollector collector = new FacetsCollector();
      hits = FacetsCollector.search(searcher, query, SHOWN, collector);
      counts = facetState == null ? 0 : sumPeople(collector);
    } else {
      hits = searcher.search(query, SHOWN);
    }
    for (ScoreDoc hit : hits.scoreDocs) {
      searcher.doc(hit.doc, SHOWN_FIELDS);
    }
    if (question.equals("snippets")) {
      highlighter.highlight("content", query, hits);
    }
    return new Answer(hits.scoreDocs.length, counts);
  }

  private static List<Question> askedFor(String question, List<Question> queries) {
    return queries.stream()
        .filter(query -> !question.equals("phrase") || !query.phrase.isEmpty())
        .toList();
  }

  private void warmUp(String question, List<Question> queries, double seconds) throws IOException {
    long start = System.nanoTime();
    do {
      for (Question query : queries) {
        ask(question, query);
      }
    } while (System.nanoTime() - start < seconds * 1e9);
  }

  private String measure(String question, List<Question> queries, double seconds)
      throws IOException {
    List<Question> asked = askedFor(question, queries);
    warmUp(question, asked, seconds);
    StringBuilder latencies = new StringBuilder();
    long hits = 0;
    long counts = 0;
    for (Question query : asked) {
      long start = System.nanoTime();
      Answer answer = ask(question, query);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      latencies.append(latencies.length() == 0 ? "" : ",");
      latencies.append(String.format(Locale.ROOT, "%.6f", milliseconds));
      hits += answer.hits;
      counts += answer.facetCounts;
    }
    return String.format(
        Locale.ROOT,
        "\"%s\":{\"latencies_ms\":[%s],\"hits\":%d,\"facet_counts\":%d}",
        question, latencies, hits, counts);
  }

  private String query(List<Question> queries, double seconds) throws IOException {
    // Twice as long as for the other engines, for here code is compiled meanwhile.
    for (String question : QUESTIONS) {
      warmUp(question, askedFor(question, queries), seconds);
    }
    List<String> questions = new ArrayList<>();
    for (String question : QUESTIONS) {
      questions.add(measure(question, queries, seconds));
    }
    List<String> counts = new ArrayList<>();
    for (Question query : queries) {
      counts.add(String.valueOf(searcher.count(toQuery("or", query))));
    }
    return "{" + description() + ",\"questions\":{" + String.join(",", questions) + "},\"counts\":["
        + String.join(",", counts) + "]}";
  }

  private String rank(List<Question> topics, Path run) throws IOException {
    try (PrintWriter out = new PrintWriter(run.toFile(), StandardCharsets.UTF_8)) {
      for (Question topic : topics) {
        int rank = 0;
        for (ScoreDoc hit : searcher.search(toQuery("or", topic), RANKED).scoreDocs) {
          ++rank;
          String id = searcher.doc(hit.doc, SHOWN_FIELDS).get("id");
          out.print(topic.id + " Q0 " + id + " " + rank + " -" + rank + " peer\n");
        }
      }
      if (out.checkError()) {
        throw new IOException("cannot write " + run);
      }
    }
    return "{" + description() + "}";
  }

  private static List<Question> readQueries(String file) throws IOException {
    List<Question> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file))) {
      String[] fields = line.split("\t", -1);
      queries.add(new Question(fields[0], fields[1], fields[2]));
    }
    return queries;
  }

  public static void main(String[] arguments) {
    try {
      Lucene lucene = new Lucene();
      switch (arguments[1]) {
        case "index" ->
            System.out.println(
                lucene.index(
                    Path.of(arguments[2]),
                    Path.of(arguments[3]),
                    Integer.parseInt(arguments[0])));
        case "query" -> {
          lucene.open(Path.of(arguments[2]));
          System.out.println(lucene.query(readQueries(arguments[3]), Double.parseDouble(arguments[4])));
        }
        case "rank" -> {
          lucene.open(Path.of(arguments[2]));
          System.out.println(lucene.rank(readQueries(arguments[3]), Path.of(arguments[4])));
        }
        default -> throw new IllegalArgumentException("unknown command " + arguments[1]);
      }
    } catch (Exception | LinkageError error) {
      System.err.println("Lucene: " + error);
      System.exit(2);
    }
  }
}
