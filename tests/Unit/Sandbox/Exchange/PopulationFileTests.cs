using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Exchange;

namespace HeiChartViewer.Tests.Unit.Sandbox.Exchange;

public sealed class PopulationFileTests(ExportedCases cases)
    : IClassFixture<ExportedCases>,
        IDisposable
{
    private const string TwoPatients = """
        {"format":"sandbox-population/1","dataPartitions":[{"id":"here","name":"Here"}],"patients":[
        {"key":"one","patientId":"11111111-1111-4111-8111-111111111111","name":{"family":["One"]},"born":"1980-01-01",
         "sources":[{"dataPartitionId":"here","personId":"1"}],
         "records":{"demographics":[{"id":"d","sourceIdentifier":{"dataPartitionId":"here","id":"1"},"names":[{"givenNames":["A"],"familyNames":["One"]}]}],
                    "allergies":[{"id":"a"}]}},
        {"key":"two","patientId":"22222222-2222-4222-8222-222222222222","name":{"family":["Two"]},"born":"1981-01-01",
         "sources":[{"dataPartitionId":"here","personId":"2"}],"records":{"demographics":[]}}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("population").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_exported_and_read_again_is_exported_alike()
    {
        var second = Path.Combine(_folder, "second.json");
        ExportCommand.Run(second, new SandboxOptions { Population = cases.File }, TextWriter.Null);

        Assert.Equal(
            SHA256.HashData(File.ReadAllBytes(cases.File)),
            SHA256.HashData(File.ReadAllBytes(second))
        );
    }

    [Fact]
    public async Task A_population_of_ones_own_is_served_as_it_was_written()
    {
        await using var grown = await StartAsync(new SandboxOptions { Patients = 0 });
        await using var own = await StartAsync(new SandboxOptions { Population = cases.File });

        foreach (var (api, plural) in SandboxHost.Lists)
        {
            var path = SandboxHost.ListPath(SandboxHost.Analisa, api, plural) + "?limit=100";
            Assert.Equal(await ItemsAsync(grown, path), await ItemsAsync(own, path));
        }
    }

    [Fact]
    public async Task The_search_finds_who_is_in_the_file()
    {
        await using var own = await StartAsync(new SandboxOptions { Population = cases.File });
        using var caller = Caller(own);

        using var answer = await caller.PostAsync(
            $"/patient/v1/populations/{SandboxHost.Population}/patient-search",
            new StringContent(
                """{"name":"Giulia Marchetti"}""",
                new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
            )
        );

        Assert.Equal(
            2,
            (await SandboxHost.ReadAsync(answer)).GetProperty("totalResults").GetInt32()
        );
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<SandboxOptionsException>(() =>
            PopulationFile.Read(Path.Combine(_folder, "nowhere.json"))
        );
        Assert.Contains("Sandbox:Population", error.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_needs_no_more_than_the_documented_members()
    {
        var file = Path.Combine(_folder, "own.json");
        File.WriteAllText(file, TwoPatients);

        Assert.Equal(["one", "two"], PopulationFile.Read(file).People.Select(person => person.Key));
    }

    [Theory]
    [InlineData("format", "\"another/1\"", "$.format")]
    [InlineData("patients.0.sources.0.dataPartitionId", "\"unheard-of\"", "$.patients[0].sources")]
    [InlineData("patients.0.sources", "[]", "$.patients[0].sources is empty")]
    [InlineData("patients.0.records.allergies.0.id", "17", "$.patients[0].records.allergies[0]")]
    [InlineData("patients.0.records.allergies.0", "null", "$.patients[0].records.allergies[0]")]
    [InlineData("patients.0.records.miracles", "[]", "$.patients[0].records.miracles")]
    [InlineData("patients.0.records.demographics.0.names", "7", "demographics[0]")]
    [InlineData("patients.0.born", "\"yesterday\"", "$.patients[0].born")]
    [InlineData("patients.1.patientId", "\"11111111-1111-4111-8111-111111111111\"", "2 times")]
    [InlineData("patients.0.bron", "\"1980-01-01\"", "bron")]
    public void What_is_wrong_is_named_with_its_place(string place, string value, string named)
    {
        var file = Path.Combine(_folder, "own.json");
        var content = JsonNode.Parse(TwoPatients)!;
        Set(content, place.Split('.'), JsonNode.Parse(value));
        File.WriteAllText(file, content.ToJsonString());

        var error = Assert.Throws<SandboxOptionsException>(() => PopulationFile.Read(file));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_none_behind()
    {
        var target = Path.Combine(_folder, "missing", "own.json");

        Assert.Throws<SandboxOptionsException>(() =>
            ExportCommand.Run(target, new SandboxOptions { Patients = 0 }, TextWriter.Null)
        );
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static void Set(JsonNode node, ReadOnlySpan<string> place, JsonNode? value)
    {
        if (place is [var last])
        {
            if (node is JsonArray array)
                array[int.Parse(last, System.Globalization.CultureInfo.InvariantCulture)] = value;
            else
                node[last] = value;
            return;
        }
        var next = node is JsonArray list
            ? list[int.Parse(place[0], System.Globalization.CultureInfo.InvariantCulture)]
            : node[place[0]];
        Set(next!, place[1..], value);
    }

    private static Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        options.Urls = "http://localhost:0";
        return SandboxServer.StartAsync(options, CancellationToken.None);
    }

    private static HttpClient Caller(SandboxServer server) =>
        new()
        {
            BaseAddress = server.BaseAddress,
            DefaultRequestHeaders = { { "Authorization", "Bearer sandbox-bearer-token" } },
        };

    private static async Task<string> ItemsAsync(SandboxServer server, string path)
    {
        using var caller = Caller(server);
        using var answer = await caller.GetAsync(path);
        return (await SandboxHost.ReadAsync(answer)).GetProperty("items").GetRawText();
    }
}
