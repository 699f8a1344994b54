using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HeiChartViewer.Sandbox.Search;

namespace HeiChartViewer.Tests.Unit.Sandbox.Search;

public sealed class ChartSearchTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Theory]
    [InlineData("blood thinner", "ANTICOAGULANT_MED", "apixaban")]
    [InlineData("sugar diabetes", "DIABETES_CLIN", "diabetes")]
    [InlineData("kidney failure", "CHRONIC_KIDNEY_DISEASE_CLIN", "kidney")]
    [InlineData("irregular heartbeat", "ATRIAL_FIBRILLATION_CLIN", "atrial fibrillation")]
    [InlineData("Low Blood Count", "ANEMIA_CLIN", "anemia")]
    public async Task Contract_5_A_lay_term_finds_the_concept_that_it_means(
        string query,
        string concept,
        string found
    )
    {
        var hits = await AllAsync(SandboxHost.Analisa, query);

        Assert.NotEmpty(hits);
        Assert.All(
            hits,
            hit => Assert.Equal(concept, hit.GetProperty("matchedConcepts")[0].Text("alias"))
        );
        Assert.Contains(
            hits,
            hit =>
                Snippets(hit)
                    .Any(snippet => snippet.Contains(found, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Fact]
    public async Task Contract_5_A_heart_attack_finds_the_myocardial_infarction_and_no_troponin_by_itself()
    {
        var found = 0;
        foreach (var patient in await host.PatientIdsAsync())
        {
            var infarctions = (await host.AllAsync(patient, "condition", "conditions"))
                .Where(x =>
                    x.Code("2.16.840.1.113883.6.96") == "22298006"
                    && x.StatusCode() != "entered-in-error"
                )
                .Select(x => x.Text("id"))
                .ToHashSet();
            var hits = await AllAsync(patient, "heart attack");
            Assert.Subset(hits.Select(hit => hit.Text("id")).ToHashSet(), infarctions);
            found += infarctions.Count > 0 ? 1 : 0;
            Assert.DoesNotContain(
                hits,
                hit =>
                    hit.Text("type") == "MEASUREMENT"
                    || Snippets(hit)
                        .Any(x => x.Contains("<em>Troponin", StringComparison.OrdinalIgnoreCase))
            );
            // Who had none is found only where a record speaks of one: in a family, or of another day.
            if (infarctions.Count == 0)
                Assert.All(hits, hit => Assert.Equal("Family history", hit.Text("section")));
        }
        Assert.True(found >= 3, $"{found} patients");
        Assert.Empty(await AllAsync(SandboxHost.Analisa, "heart attack"));
        Assert.NotEmpty(await AllAsync(SandboxHost.Analisa, "troponin"));
    }

    [Fact]
    public async Task Contract_5_What_the_family_had_ranks_below_what_the_patient_came_for()
    {
        var compared = 0;
        foreach (var patient in await host.PatientIdsAsync())
        {
            var hits = await AllAsync(patient, "heart attack");
            var family = hits.FindIndex(hit => hit.Text("section") == "Family history");
            var own = hits.FindLastIndex(hit => hit.Text("section") is "Reason" or "Diagnoses");
            if (family < 0 || own < 0)
                continue;
            compared++;
            Assert.True(own < family, $"{patient}: {own} and {family}");
        }
        Assert.True(compared >= 2, $"{compared} patients");
    }

    [Fact]
    public async Task Contract_5_The_words_of_a_report_in_PDF_are_found()
    {
        var hit = Assert.Single(
            await AllAsync(await host.PatientIdAsync("documents"), "consolidation"),
            hit => hit.Text("title") == "Imaging report"
        );
        Assert.Contains(
            Snippets(hit),
            snippet => snippet.Contains("<em>consolidation</em>", StringComparison.Ordinal)
        );
        Assert.Equal("Findings", hit.Text("section"));
    }

    /// <summary>Notes, diagnostic, pathology and radiology reports are told apart (contract 5).</summary>
    [Theory]
    [InlineData("analisa", "pneumonia", "Imaging report", "RADIOLOGY_REPORT")]
    [InlineData("analisa", "pneumonia", "Emergency department note", "CLINICAL_NOTE")]
    public async Task Contract_5_A_document_is_in_the_category_of_its_kind(
        string name,
        string query,
        string title,
        string category
    ) =>
        Assert.Equal(
            category,
            (await AllAsync(await host.PatientIdAsync(name), query))
                .First(hit => hit.Text("title") == title)
                .Text("category")
        );

    [Fact]
    public async Task Contract_5_Pathology_and_cardiograms_have_categories_of_their_own()
    {
        var seen = new HashSet<string?>();
        foreach (var patient in await host.PatientIdsAsync())
        foreach (
            var hit in (await AllAsync(patient, "biopsies")).Concat(
                await AllAsync(patient, "sinus rhythm")
            )
        )
            seen.Add(hit.Text("category"));
        Assert.Superset(new HashSet<string?> { "PATHOLOGY_REPORT", "DIAGNOSTIC_REPORT" }, seen);
    }

    [Fact]
    public async Task Contract_5_Words_are_and_ed_with_concepts()
    {
        var both = await AllAsync(SandboxHost.Analisa, "hyperkalemia ibuprofen");
        var one = await AllAsync(SandboxHost.Analisa, "hyperkalemia");

        Assert.NotEmpty(both);
        Assert.True(both.Count < one.Count);
        Assert.All(both, hit => Assert.Equal(2, hit.GetProperty("matchedTerms").GetArrayLength()));
        Assert.Empty(await AllAsync(SandboxHost.Analisa, "hyperkalemia quetzalcoatlus"));
    }

    [Fact]
    public async Task Contract_5_A_find_under_a_telling_heading_ranks_first()
    {
        var documents = (await AllAsync(SandboxHost.Analisa, "hyperkalemia"))
            .Where(hit => hit.Text("type") == "DOCUMENT")
            .ToList();

        Assert.NotEmpty(documents);
        Assert.Contains(documents[0].Text("section"), new[] { null, "Reason", "Diagnoses" });
        var all = await AllAsync(SandboxHost.Analisa, "potassium");
        Assert.Equal(
            all.Select(hit => hit.GetProperty("score").GetDouble()).OrderDescending(),
            all.Select(hit => hit.GetProperty("score").GetDouble())
        );
        Assert.Equal(
            Enumerable.Range(1, all.Count),
            all.Select(hit => hit.GetProperty("rank").GetInt32())
        );
    }

    [Theory]
    [InlineData("analisa", "anaphylaxis", "ALLERGY")]
    [InlineData("documents", "Åström", "DOCUMENT")]
    [InlineData("chinese-name", "明", "DOCUMENT")]
    [InlineData("panels", "systolic", "MEASUREMENT")]
    public async Task What_stands_in_a_reaction_a_part_an_older_encoding_or_within_a_sentence_is_found(
        string name,
        string query,
        string type
    ) =>
        Assert.Contains(
            await AllAsync(await host.PatientIdAsync(name), query),
            hit =>
                hit.Text("type") == type
                && Snippets(hit).Any(snippet => snippet.Contains("<em>", StringComparison.Ordinal))
        );

    [Fact]
    public void What_is_written_as_it_was_asked_counts_more_than_what_belongs_to_it()
    {
        var term = Assert.Single(SearchTerm.Of("kidney failure"));

        Assert.True(term.In("acute kidney failure")!.Value.IsAsAsked);
        // As long as what was asked, and still another word.
        Assert.False(term.In("chronic kidney disease")!.Value.IsAsAsked);
    }

    [Fact]
    public async Task Every_hit_is_a_record_of_the_patient_and_quotes_it()
    {
        var records = new Dictionary<string, string>();
        foreach (var (api, plural) in SandboxHost.Lists)
        foreach (var record in await host.AllAsync(SandboxHost.Analisa, api, plural))
            records.TryAdd(record.Text("id")!, await TextAsync(record));
        foreach (var query in new[] { "potassium", "diabetes", "visit", "penicillin", "apixaban" })
        foreach (var hit in await AllAsync(SandboxHost.Analisa, query))
        {
            var text = records[hit.Text("id")!];
            foreach (var snippet in Snippets(hit))
            {
                var marked = snippet.Split("<em>")[1].Split("</em>")[0];
                Assert.Contains(marked, text, StringComparison.Ordinal);
            }
            if (hit.Text("type") == "DOCUMENT")
                Assert.Equal(hit.Text("id"), hit.GetProperty("document").Text("id"));
        }

        async Task<string> TextAsync(JsonElement record)
        {
            var text = JsonSerializer.Deserialize<JsonElement>(record.GetRawText()).ToString();
            // Escapes of JSON are not what was written.
            text = System.Text.RegularExpressions.Regex.Unescape(text);
            if (!record.TryGetProperty("contents", out var contents))
                return text;
            foreach (var content in contents.EnumerateArray())
                text += await host.Client.GetStringAsync(
                    $"{SandboxHost.ListPath(SandboxHost.Analisa, "longitudinal-record", "binaries")}/{content.GetProperty("binary").Text("id")}"
                );
            return text;
        }
    }

    /// <summary>What a source wrote comes as it was written: nothing escaped, nothing taken out, the find alone marked.</summary>
    [Theory]
    [InlineData("alert")]
    [InlineData("onerror")]
    [InlineData("metformin")]
    [InlineData("stnemucod")]
    [InlineData("peanut")]
    public async Task Hostile_text_is_quoted_as_text_with_the_find_marked(string query)
    {
        var patient = await host.PatientIdAsync("hostile-text");
        var texts = new Dictionary<string, List<string>>();
        foreach (var (api, plural) in SandboxHost.Lists)
        foreach (var record in await host.AllAsync(patient, api, plural))
            texts.TryAdd(record.Text("id")!, await StringsAsync(record));
        var hits = await AllAsync(patient, query);

        var (snippets, hostile) = (0, 0);
        foreach (var hit in hits)
        foreach (var snippet in Snippets(hit))
        {
            snippets++;
            Assert.Equal(1, snippet.Split("<em>").Length - 1);
            Assert.Equal(1, snippet.Split("</em>").Length - 1);
            var marked = snippet.Split("<em>")[1].Split("</em>")[0];
            Assert.StartsWith(query[..5], marked, StringComparison.OrdinalIgnoreCase);
            var quoted = snippet
                .Replace("<em>", "", StringComparison.Ordinal)
                .Replace("</em>", "", StringComparison.Ordinal);
            quoted = quoted.StartsWith("… ", StringComparison.Ordinal) ? quoted[2..] : quoted;
            quoted = quoted.EndsWith(" …", StringComparison.Ordinal) ? quoted[..^2] : quoted;
            hostile += quoted.Contains('<', StringComparison.Ordinal) ? 1 : 0;
            Assert.Contains(
                texts[hit.Text("id")!],
                text => text.Contains(quoted, StringComparison.Ordinal)
            );
        }
        Assert.NotEqual(0, snippets);
        Assert.True(hostile > snippets / 2, $"{hostile} of {snippets}");

        async Task<List<string>> StringsAsync(JsonElement record)
        {
            var strings = Strings(record).ToList();
            if (record.TryGetProperty("contents", out var contents))
                foreach (var content in contents.EnumerateArray())
                    strings.Add(
                        await host.Client.GetStringAsync(
                            $"{SandboxHost.ListPath(patient, "longitudinal-record", "binaries")}/{content.GetProperty("binary").Text("id")}"
                        )
                    );
            // A result is quoted with its name before its value.
            strings.Add(string.Join(' ', strings));
            return strings;
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(x => Strings(x.Value)),
            _ => [],
        };

    [Fact]
    public async Task A_word_of_one_chart_is_found_in_no_other()
    {
        var cases = (await host.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .Where(x => x.Text("sentinel") is not null)
            .ToList();
        foreach (var own in cases)
        foreach (var other in cases)
        {
            var hits = await AllAsync(other.Text("patientId")!, own.Text("sentinel")!);
            Assert.Equal(own.Text("name") == other.Text("name"), hits.Count > 0);
        }
    }

    [Theory]
    [InlineData("sjukhus")]
    [InlineData("مستشفى")]
    [InlineData("医院")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\ud83d\udca9 \ud800")]
    [InlineData("%00' OR 1=1 --")]
    public async Task Any_text_is_a_query(string query)
    {
        using var answer = await host.Client.GetAsync(Path(SandboxHost.Analisa, query));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query=%20%20")]
    [InlineData("?query=a&query=b")]
    [InlineData("?query=a&limit=0")]
    [InlineData("?query=a&offset=-1")]
    public async Task What_cannot_be_searched_for_is_refused(string query)
    {
        using var answer = await host.Client.GetAsync(
            SandboxHost.ListPath(SandboxHost.Analisa, "chart-search", "search-results") + query
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_query_that_never_ends_is_refused()
    {
        foreach (
            var query in new[]
            {
                new string('a', 6_000),
                string.Join(' ', Enumerable.Repeat("ab cd", 40).Select((x, i) => $"{x}{i}")),
            }
        )
        {
            using var answer = await host.Client.GetAsync(Path(SandboxHost.Analisa, query));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_search_is_assumed_and_a_grant_of_its_own()
    {
        using var full = await host.Client.GetAsync(Path(SandboxHost.Analisa, "potassium"));
        Assert.Equal("true", full.Headers.GetValues("x-sandbox-assumed").Single());
        using var caller = host.Caller("sandbox-results-token");
        using var limited = await caller.GetAsync(Path(SandboxHost.Analisa, "potassium"));
        Assert.Equal(HttpStatusCode.Forbidden, limited.StatusCode);
    }

    [Theory]
    [InlineData("blood thinner pizza", "ANTICOAGULANT_MED")]
    [InlineData("pizza", "")]
    public async Task Contract_5_The_reply_says_what_the_words_were_understood_as(
        string query,
        string aliases
    )
    {
        var page = await host.GetAsync(Path(SandboxHost.Analisa, query));
        Assert.Equal(
            aliases,
            string.Join(
                ' ',
                page.GetProperty("concepts").EnumerateArray().Select(x => x.Text("alias"))
            )
        );
    }

    [Fact]
    public async Task What_the_filter_hides_is_not_found()
    {
        var patient = await PatientWithAsync("depression");
        (
            await host.Client.PostAsJsonAsync("/sandbox/sensitive", new { on = true })
        ).EnsureSuccessStatusCode();
        try
        {
            Assert.Empty(await AllAsync(patient, "depression"));
        }
        finally
        {
            (await host.Client.PostAsync("/sandbox/reset", null)).Dispose();
        }
        Assert.NotEmpty(await AllAsync(patient, "depression"));
    }

    private async Task<string> PatientWithAsync(string query)
    {
        foreach (var patient in await host.PatientIdsAsync())
            if ((await AllAsync(patient, query)).Count > 0)
                return patient;
        throw new InvalidOperationException($"Nobody has {query}.");
    }

    /// <summary>Every hit, following the links.</summary>
    private async Task<List<JsonElement>> AllAsync(string patient, string query)
    {
        var hits = new List<JsonElement>();
        var total = 0;
        for (var next = $"{Path(patient, query)}&limit=100"; next is not null; )
        {
            var page = await host.GetAsync(next);
            hits.AddRange(page.GetProperty("items").EnumerateArray());
            total = page.GetProperty("totalResults").GetInt32();
            next = page.Text("nextLink");
        }
        Assert.Equal(total, hits.Select(hit => hit.Text("id")).Distinct().Count());
        return hits;
    }

    private static IEnumerable<string> Snippets(JsonElement hit) =>
        hit.GetProperty("snippets").EnumerateArray().Select(snippet => snippet.GetString()!);

    private static string Path(string patient, string query) =>
        $"{SandboxHost.ListPath(patient, "chart-search", "search-results")}?query={Uri.EscapeDataString(query)}";
}
