using System.Net;
using System.Net.Http.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Tenant;

/// <summary>Contract 4.6 and 8.4: a weak entity tag, and 304 for who has it.</summary>
public sealed class ConditionalReadTests(SandboxHost host)
    : IClassFixture<SandboxHost>,
        IAsyncLifetime
{
    private static readonly string Allergies = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "allergy",
        "allergies"
    );

    public async Task InitializeAsync()
    {
        using var answer = await host.Client.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_read_has_a_weak_tag_and_who_brings_it_is_told_304_without_a_body()
    {
        using var first = await host.Client.GetAsync(Allergies);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.Matches("^\"[0-9a-f]{32}\"$", tag.Tag);

        using var again = await AskAsync(tag.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.True(again.Headers.Contains("cerner-correlation-id"));
    }

    [Theory]
    [InlineData("*", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("W/\"other\"", 200)]
    [InlineData("not a tag", 200)]
    public async Task Any_of_the_tags_brought_may_match(string known, int status)
    {
        using var first = await host.Client.GetAsync(Allergies);
        using var again = await AskAsync(
            known.Replace("{0}", first.Headers.ETag!.ToString(), StringComparison.Ordinal)
        );
        Assert.Equal(status, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_list_that_changed_has_another_tag()
    {
        using var first = await host.Client.GetAsync(Allergies);
        using (
            await host.Client.PostAsJsonAsync(
                "/sandbox/events/change",
                new
                {
                    patientId = SandboxHost.Analisa,
                    resource = "allergies",
                    change = "amended",
                }
            )
        ) { }
        using var again = await AskAsync(first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.NotEqual(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task What_is_refused_has_no_tag()
    {
        using var refused = await host.Client.GetAsync($"{Allergies}?limit=0");
        Assert.Null(refused.Headers.ETag);
    }

    private async Task<HttpResponseMessage> AskAsync(string known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Allergies);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await host.Client.SendAsync(request);
    }
}
