using System.Text.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Exchange;
using HeiChartViewer.Sandbox.Exchange.Fhir;

namespace HeiChartViewer.Tests.Unit.Sandbox.Exchange.Fhir;

/// <summary>A bundle as Synthea writes them, and what becomes of it.</summary>
public sealed class FhirImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fhir").FullName;
    private readonly string _population;
    private readonly StringWriter _output = new();

    public FhirImportTests()
    {
        _population = Path.Combine(_folder, "out", "population.json");
        Directory.CreateDirectory(Path.GetDirectoryName(_population)!);
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        File.WriteAllText(Path.Combine(_folder, "in", "bundle.json"), SyntheticBundle.Json);
    }

    public void Dispose()
    {
        _output.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_was_imported_can_be_served()
    {
        Import();
        var population = PopulationFile.Read(_population);

        var person = Assert.Single(population.People);
        Assert.Equal("SMALLWOOD, Ada Beth", person.Name.Display);
        Assert.Equal(new DateOnly(1961, 2, 3), person.Born);
        Assert.Equal("p1", Assert.Single(person.Sources).PersonId);
        Assert.Equal("MRN-77", person.Sources[0].Mrn);
    }

    [Theory]
    [InlineData("demographics", 1)]
    [InlineData("encounters", 1)]
    [InlineData("conditions", 1)]
    [InlineData("allergies", 1)]
    [InlineData("procedures", 1)]
    [InlineData("immunizations", 1)]
    [InlineData("medications", 1)]
    [InlineData("observations", 3)]
    [InlineData("documentReferences", 2)]
    public void Every_resource_that_has_a_record_becomes_one(string kind, int count) =>
        Assert.Equal(count, Import().GetProperty(kind).GetArrayLength());

    [Fact]
    public void Dates_stay_as_vague_as_they_came() =>
        Assert.Equal(
            "2011",
            Import().GetProperty("conditions")[0].GetProperty("onset").GetString()
        );

    [Fact]
    public void Whether_somebody_has_died_is_said_only_where_it_was_said() =>
        Assert.False(Import().GetProperty("demographics")[0].TryGetProperty("deceased", out _));

    [Fact]
    public void Digits_and_comparators_stay_as_they_came()
    {
        var values = Import()
            .GetProperty("observations")
            .EnumerateArray()
            .Select(record => record.Member("value", "quantity", "value")?.GetString());

        Assert.Equal(["<0.10", "128", "80.0"], values);
    }

    [Fact]
    public void Components_of_a_panel_become_results_with_codes_of_their_own()
    {
        var codes = Import()
            .GetProperty("observations")
            .EnumerateArray()
            .Select(record => record.GetProperty("code").GetProperty("codings")[0].Text("code"));

        Assert.Equal(["2157-6", "8480-6", "8462-4"], codes);
    }

    [Fact]
    public void Records_point_at_the_visit_they_belong_to()
    {
        var records = Import();
        var visit = records.GetProperty("encounters")[0].Text("id");

        foreach (
            var kind in (string[])
                ["conditions", "procedures", "medications", "observations", "immunizations"]
        )
            Assert.Equal(visit, records.GetProperty(kind)[0].GetProperty("encounter").Text("id"));
    }

    [Fact]
    public void Documents_bring_their_bytes()
    {
        Import();
        var chart = PopulationFile.Read(_population).People[0].Chart;

        var texts = chart.Binaries.Values.Select(binary =>
            System.Text.Encoding.UTF8.GetString(binary.Bytes.Span)
        );
        Assert.Equal(["A note.", "A report."], texts.Order());
    }

    [Fact]
    public void Nothing_is_dropped_in_silence()
    {
        var import = new FhirImport(FhirArchive.Open(Path.Combine(_folder, "in")));
        import.Run();

        Assert.Equal(1, import.Report.LeftOut["Claim: no record of this kind"]);
        Assert.Equal(1, import.Report.LeftOut["Condition: without code"]);
        Assert.Equal(1, import.Report.LeftOut["Observation: of no patient in the folder"]);
        Assert.Equal(1, import.Report.Unread["MedicationRequest.dosageInstruction.sequence"]);
        Assert.Equal(1, import.Report.Unread["Patient.multipleBirthBoolean"]);
    }

    [Fact]
    public void Every_resource_is_counted_as_a_record_as_left_out_or_as_looked_up()
    {
        var import = new FhirImport(FhirArchive.Open(Path.Combine(_folder, "in")));
        import.Run();

        // Three results come of two observations.
        var records = import.Report.Imported.Values.Sum() - 1;
        var lookedUp = import.Report.Read["Practitioner"] + import.Report.Read["Organization"];
        Assert.Equal(
            import.Report.Read.Values.Sum(),
            records + import.Report.LeftOut.Values.Sum() + lookedUp
        );
    }

    [Fact]
    public void What_comes_twice_is_one_record_and_is_counted_and_listed()
    {
        File.WriteAllText(
            Path.Combine(_folder, "in", "later.ndjson"),
            """
            {"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1961-02-03","name":[{"family":"Smallwood","given":["Ada","Beth"],"prefix":["Ms."]}],"active":true}
            {"resourceType":"Condition","id":"c1","code":{"text":"Again"},"subject":{"reference":"Patient/p1"}}
            {"resourceType":"Condition","id":"c1","code":{"text":"And again"},"subject":{"reference":"Patient/p1"}}
            """
        );

        Assert.Equal(1, Import().GetProperty("conditions").GetArrayLength());
        var text = _output.ToString();
        Assert.Matches("2  Condition: an earlier one has its id", text);
        Assert.Matches("1  Patient: an earlier one has its id", text);
        Assert.Matches("2  Condition/c1", text);
        Assert.Matches("1  Patient/p1", text);
        // What was written is what is served.
        Assert.Single(PopulationFile.Read(_population).People);
    }

    /// <summary>Of two people with one id nobody can say whose a record is: neither is shown with the other's.</summary>
    [Fact]
    public void Two_people_with_one_id_are_left_out_with_their_records()
    {
        File.WriteAllText(
            Path.Combine(_folder, "in", "later.ndjson"),
            """
            {"resourceType":"Patient","id":"p1","gender":"male","birthDate":"1990-01-01","name":[{"family":"Other"}]}
            {"resourceType":"Patient","id":"p2","gender":"male","birthDate":"1990-01-02","name":[{"family":"Third"}]}
            """
        );
        ImportFhirCommand.Run(Path.Combine(_folder, "in"), _population, _output);

        Assert.Equal("Third", Assert.Single(PopulationFile.Read(_population).People).Name.Display);
        Assert.Matches("1  Patient: another has the same id", _output.ToString());
        Assert.Matches("2  Condition: the patient was left out", _output.ToString());
    }

    /// <summary>A bundle that is still to be stored gives its resources no ids but their full addresses.</summary>
    [Fact]
    public void Resources_without_an_id_are_no_doubles()
    {
        File.WriteAllText(
            Path.Combine(_folder, "in", "bundle.json"),
            """
            {"resourceType":"Bundle","type":"transaction","entry":[
            {"fullUrl":"urn:uuid:x1","resource":{"resourceType":"Patient","birthDate":"1990-01-02","name":[{"family":"One"}]}},
            {"fullUrl":"urn:uuid:x2","resource":{"resourceType":"Condition","code":{"text":"First"},"subject":{"reference":"urn:uuid:x1"}}},
            {"fullUrl":"urn:uuid:x3","resource":{"resourceType":"Condition","code":{"text":"Second"},"subject":{"reference":"urn:uuid:x1"}}},
            {"resource":{"resourceType":"Condition","code":{"text":"Third"},"subject":{"reference":"urn:uuid:x1"}}}]}
            """
        );

        Assert.Equal(
            ["First", "Second", "Third"],
            Import()
                .GetProperty("conditions")
                .EnumerateArray()
                .Select(record => record.GetProperty("code").Text("text"))
        );
        Assert.Equal(
            "x1",
            Assert.Single(PopulationFile.Read(_population).People).Sources[0].PersonId
        );
    }

    [Fact]
    public void The_same_folder_gives_the_same_bytes()
    {
        Import();
        var first = File.ReadAllBytes(_population);
        Import();

        Assert.Equal(first, File.ReadAllBytes(_population));
    }

    [Fact]
    public void Bulk_data_is_read_line_by_line()
    {
        var bulk = Directory.CreateDirectory(Path.Combine(_folder, "bulk")).FullName;
        File.WriteAllText(
            Path.Combine(bulk, "Patient.ndjson"),
            """
            {"resourceType":"Patient","id":"a","birthDate":"1990-01-02","name":[{"family":"One"}]}

            {"resourceType":"Patient","id":"b","birthDate":"1991","name":[{"family":"Two"}]}
            """
        );

        ImportFhirCommand.Run(bulk, _population, _output);

        Assert.Equal(2, PopulationFile.Read(_population).People.Count);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1,2]")]
    [InlineData("""{"name":"no resource"}""")]
    public void A_file_that_is_no_FHIR_is_named(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "in", "broken.json"), text);

        var error = Assert.Throws<SandboxOptionsException>(() => Import());

        Assert.Contains("broken.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_FHIR_is_refused() =>
        Assert.Throws<SandboxOptionsException>(() =>
            ImportFhirCommand.Run(
                Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName,
                _population,
                _output
            )
        );

    private JsonElement Import()
    {
        ImportFhirCommand.Run(Path.Combine(_folder, "in"), _population, _output);
        using var document = JsonDocument.Parse(File.ReadAllBytes(_population));
        return document.RootElement.Clone().GetProperty("patients")[0].GetProperty("records");
    }
}
