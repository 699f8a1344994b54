using System.Globalization;
using System.Net;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Registries;

public sealed class RegistryTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Root = $"/legacy/registries/api/populations/{SandboxHost.Population}";
    private const string A1c = "4548-4";
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Contract_7_A_program_counts_what_it_measures()
    {
        var person = await PersonAsync(SandboxHost.Analisa);

        var programs = person.GetProperty("programs").EnumerateArray().ToList();
        Assert.Contains(programs, program => program.Text("id") == "diabetes");
        foreach (var program in programs)
        {
            var outcomes = program
                .GetProperty("measures")
                .EnumerateArray()
                .Select(measure => measure.Text("outcome")!)
                .ToList();
            Assert.Equal(
                outcomes.Count(outcome => outcome != "EXCLUDED"),
                program.GetProperty("total_measure_count").GetInt32()
            );
            Assert.Equal(
                outcomes.Count(outcome => outcome == "ACHIEVED"),
                program.GetProperty("met_measure_count").GetInt32()
            );
        }
        Assert.InRange(person.GetProperty("quality_score").GetInt32(), 0, 100);
        Assert.True(person.GetProperty("mara_total_risk_score").GetDouble() > 0);
    }

    [Fact]
    public async Task Contract_7_What_a_registry_says_is_what_the_record_holds()
    {
        var (diabetic, other) = (0, 0);
        foreach (var patient in (await host.PatientIdsAsync()).Take(60))
        {
            var conditions = await host.AllAsync(patient, "condition", "conditions");
            var isDiabetic = conditions.Any(x =>
                Codes(x).Any(code => code.StartsWith("E11", StringComparison.Ordinal))
                && x.TryGetProperty("assertedOn", out _)
            );
            var program = (await ProgramsAsync(patient)).FirstOrDefault(x =>
                x.Text("id") == "diabetes"
            );
            if (program.ValueKind == JsonValueKind.Undefined)
            {
                other++;
                continue;
            }
            diabetic++;
            Assert.True(isDiabetic);
            var last = (await host.AllAsync(patient, "observation", "observations"))
                .Where(x => Codes(x).Contains(A1c) && x.StatusCode() != "entered-in-error")
                .Select(x => x.Text("effectiveOn"))
                .OfType<string>()
                .Select(x => DateOnly.Parse(x[..10], CultureInfo.InvariantCulture))
                .DefaultIfEmpty()
                .Max();
            var measured = program
                .GetProperty("measures")
                .EnumerateArray()
                .Single(x => x.Text("fqn") == "sandbox/diabetes/hba1c-measured");
            Assert.Equal(
                last.AddMonths(6) >= Today ? "ACHIEVED" : "NOT_ACHIEVED",
                measured.Text("outcome")
            );
            Assert.Equal(
                last.AddMonths(6) <= Today && measured.Text("outcome") != "ACHIEVED",
                measured.GetProperty("measure_due").GetBoolean()
            );
            if (last != default)
                Assert.Equal(
                    last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    measured.GetProperty("supporting_facts")[0].Text("date")
                );
        }
        Assert.True(diabetic >= 3 && other >= 10, $"{diabetic} with diabetes, {other} without");
    }

    [Fact]
    public async Task Contract_7_A_program_rests_on_what_puts_the_patient_into_it()
    {
        var programs = (await ProgramsAsync(SandboxHost.Analisa)).ToDictionary(
            program => program.Text("id")!,
            program =>
                program
                    .GetProperty("supporting_facts")
                    .EnumerateArray()
                    .Select(fact => fact.Text("formatted_code")!)
                    .ToList()
        );

        Assert.NotEmpty(programs["diabetes"]);
        Assert.All(
            programs["diabetes"],
            code => Assert.StartsWith("E11", code, StringComparison.Ordinal)
        );
        Assert.Equal(["I10"], programs["hypertension"]);
        // Every adult is in this one.
        Assert.Empty(programs["adult-wellness"]);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("not_achieved")]
    [InlineData("missing")]
    [InlineData("due")]
    public async Task Contract_7_Measures_are_filtered_by_their_standing(string filter)
    {
        var all = await MeasuresAsync("all");
        var filtered = await MeasuresAsync(filter);

        Assert.Equal(
            all.Where(measure =>
                    filter switch
                    {
                        "not_achieved" => measure.Text("outcome") == "NOT_ACHIEVED",
                        "missing" => measure.Text("outcome") == "MISSING_DATA",
                        "due" => measure.GetProperty("measure_due").GetBoolean(),
                        _ => true,
                    }
                )
                .Select(measure => measure.GetRawText()),
            filtered.Select(measure => measure.GetRawText())
        );
    }

    [Fact]
    public async Task A_filter_that_is_none_is_refused()
    {
        using var answer = await host.Client.GetAsync(
            $"{Root}/people/{SandboxHost.Analisa}/registries?measures_status_filter=some"
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Contract_7_Whoever_has_died_is_in_no_program()
    {
        var died = await host.PatientIdAsync("deceased");
        using var answer = await host.Client.GetAsync($"{Root}/people/{died}/registries");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Contract_7_Providers_are_those_of_the_visits()
    {
        var providers = await host.GetAsync(
            $"{Root}/people/{SandboxHost.Analisa}/provider_relationships/"
        );
        var signed = (await host.AllAsync(SandboxHost.Analisa, "encounter", "encounters"))
            .Where(x => x.TryGetProperty("providers", out _))
            .Select(x =>
                x.GetProperty("providers")[0].Member("provider", "name")!.Value.Text("formatted")
            )
            .Distinct()
            .Order();

        Assert.Equal(signed, providers.EnumerateArray().Select(x => x.Text("name")).Order());
        Assert.All(
            providers.EnumerateArray(),
            x => Assert.Equal("USER", x.GetProperty("aliases")[0].Text("alias_type"))
        );
    }

    [Fact]
    public async Task Contract_7_The_programs_of_the_tenant_are_listed()
    {
        var programs = await host.GetAsync($"{Root}/programs");
        Assert.False(programs.GetProperty("more_results").GetBoolean());
        Assert.Contains(
            programs.GetProperty("programs").EnumerateArray(),
            program => program.Text("name") == "Diabetes mellitus"
        );
    }

    private async Task<List<JsonElement>> MeasuresAsync(string filter) =>
        [
            .. (await PersonAsync(SandboxHost.Analisa, $"?measures_status_filter={filter}"))
                .GetProperty("programs")
                .EnumerateArray()
                .SelectMany(program => program.GetProperty("measures").EnumerateArray()),
        ];

    private Task<JsonElement> PersonAsync(string patient, string query = "") =>
        host.GetAsync($"{Root}/people/{patient}/registries{query}");

    private async Task<List<JsonElement>> ProgramsAsync(string patient)
    {
        using var answer = await host.Client.GetAsync($"{Root}/people/{patient}/registries");
        return answer.StatusCode == HttpStatusCode.NoContent
            ? []
            : [.. (await SandboxHost.ReadAsync(answer)).GetProperty("programs").EnumerateArray()];
    }

    private static IEnumerable<string> Codes(JsonElement record) =>
        new[] { "codings", "sourceCodings" }
            .Select(list => record.Member("code", list))
            .OfType<JsonElement>()
            .SelectMany(list => list.EnumerateArray())
            .Select(coding => coding.Text("code"))
            .OfType<string>();
}
