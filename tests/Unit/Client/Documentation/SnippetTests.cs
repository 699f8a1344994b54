using System.Text.RegularExpressions;
using HealtheIntent.Client;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Documentation;

/// <summary>What a reader copies out of a document compiles.</summary>
public sealed partial class SnippetTests
{
    [Theory]
    [InlineData("docs/client.md", 13)]
    [InlineData("src/Client/README.md", 2)]
    public void Every_block_of_code_in_a_document_is_compiled(string document, int atLeast)
    {
        var compiled = Words(Read("tests/Unit/Client/Documentation/Snippets.cs"));

        var blocks = Block()
            .Matches(Read(document))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.True(blocks.Count >= atLeast, $"{document} has {blocks.Count} blocks.");
        Assert.All(
            blocks,
            block => Assert.Contains(Words(block), compiled, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_shown_of_the_sandbox_works()
    {
        var source = new SourceIdentifier(Wire.Partition, "151579");
        var found = await Snippets.LookedUpInTheSandboxAsync(Wire.Population, source, default);
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 }
        );
        await Snippets.TroubledAsync(sandbox, default);
        var options = Snippets.SignedInTheSandbox(sandbox);
        options.Resilience.RetryBaseDelay = TimeSpan.Zero;
        using var client = HealtheIntentClient.Create(options);

        var pages = await client.Allergies().AllAsync();

        Assert.Equal(Wire.Patient, Assert.IsType<PatientLookup.One>(found).PatientId);
        Assert.NotEmpty(pages[0].Items);
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        Assert.Contains(
            "\"struck\":2",
            await http.GetStringAsync("sandbox/faults"),
            StringComparison.Ordinal
        );
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The words without their layout, and without the directives, which stand at a file's head.</summary>
    private static string Words(string code) =>
        string.Concat(Directive().Replace(code, "").Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^using [\w.]+;\r?$", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
