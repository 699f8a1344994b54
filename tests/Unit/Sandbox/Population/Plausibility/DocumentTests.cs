namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>Documents say what the codes say.</summary>
[Collection(OnePopulation.Name)]
public sealed class DocumentTests(PopulationSnapshot population)
{
    /// <summary>A document's kind, the category it belongs in, and how many of the population there are at least.</summary>
    [Theory]
    [InlineData("11506-3", "Clinical note", 100)] // progress
    [InlineData("18842-5", "Clinical note", 10)] // discharge
    [InlineData("11488-4", "Clinical note", 2)] // consultation
    [InlineData("34111-5", "Clinical note", 5)] // emergency
    [InlineData("18748-4", "Diagnostic report", 10)] // imaging
    [InlineData("11526-1", "Diagnostic report", 5)] // pathology
    public void A_document_is_in_the_category_of_its_kind_and_holds_words(
        string loinc,
        string category,
        int least
    )
    {
        var documents = population
            .Patients.Where(patient =>
                patient.Name.StartsWith("patient-", StringComparison.Ordinal)
            )
            .SelectMany(patient => patient["document-references"])
            .Where(record => record.Code(PatientSnapshot.Loinc, "type") == loinc)
            .ToList();

        Assert.True(documents.Count >= least, $"{documents.Count}");
        Assert.All(
            documents,
            record =>
            {
                Assert.Equal(category, record.Member("category")?.Text("text"));
                Assert.NotEqual(
                    0,
                    record.GetProperty("contents")[0].GetProperty("size").GetInt32()
                );
            }
        );
    }

    /// <summary>The note of a visit and the codes of the same visit are two tellings of one thing.</summary>
    [Fact]
    public async Task A_note_names_the_reason_the_diagnoses_the_orders_and_what_was_done()
    {
        string[] notes = ["11506-3", "18842-5", "11488-4", "34117-2", "34111-5"];
        var missing = new List<string>();
        var looked = 0;
        foreach (
            var patient in population.Patients.Where(patient =>
                patient.Name == "analisa"
                || patient.Name.StartsWith("patient-", StringComparison.Ordinal)
            )
        )
        {
            var visits = patient["encounters"].ToDictionary(record => record.Text("id")!);
            var coded = new[] { "conditions", "medications", "procedures" }
                .SelectMany(plural => patient[plural])
                .Where(record => record.Member("encounter") is not null)
                .ToLookup(record => record.GetProperty("encounter").Text("id")!);
            foreach (
                var note in patient["document-references"]
                    .Where(record => notes.Contains(record.Code(PatientSnapshot.Loinc, "type")))
            )
            {
                var visit = note.GetProperty("encounter").Text("id")!;
                var words = await population.WordsAsync(patient, note);
                var reason = visits[visit].GetProperty("reasons")[0];
                foreach (
                    var concept in coded[visit].Select(x => x.GetProperty("code")).Append(reason)
                )
                {
                    looked++;
                    if (!words.Contains(concept.Text("text")!, StringComparison.OrdinalIgnoreCase))
                        missing.Add($"{patient.Name} {note.Text("id")}: {concept.Text("text")}");
                }
            }
        }
        Assert.Empty(missing);
        Assert.True(looked > 1_000, $"{looked}");
    }

    [Theory]
    [InlineData("18748-4")] // imaging
    [InlineData("11526-1")] // pathology
    public async Task Some_reports_come_as_PDF_whose_words_are_words_of_the_chart(string loinc)
    {
        var forms = new Dictionary<string, int>();
        foreach (
            var patient in population.Patients.Where(patient =>
                patient.Name.StartsWith("patient-", StringComparison.Ordinal)
            )
        )
        foreach (
            var report in patient["document-references"]
                .Where(record => record.Code(PatientSnapshot.Loinc, "type") == loinc)
        )
        {
            var form = report.GetProperty("contents")[0].Text("contentType")!;
            forms[form] = forms.GetValueOrDefault(form) + 1;
            var words = await population.WordsAsync(patient, report);
            if (form == "application/pdf")
                Assert.StartsWith("%PDF-", words, StringComparison.Ordinal);
        }
        Assert.InRange(forms.GetValueOrDefault("application/pdf"), 1, 1_000);
        Assert.InRange(forms.GetValueOrDefault("text/plain"), 1, 1_000);
    }
}
