using System.Net;
using System.Net.Http.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

public sealed class RecordChangeTests(SandboxHost host) : IClassFixture<SandboxHost>, IAsyncLifetime
{
    private static readonly string Observations = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "observation",
        "observations"
    );

    public async Task InitializeAsync()
    {
        using var answer = await host.Client.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_record_that_comes_in_between_pages_makes_the_next_page_repeat_one()
    {
        var before = await IdsAsync();
        await OrderAsync(new { change = "added", afterPage = 1 });
        var pages = await IdsAsync();

        Assert.Equal([.. before[..100], before[99], .. before[100..]], pages);
        var after = await IdsAsync();
        Assert.DoesNotContain(after[0], before);
        Assert.Equal(before, after[1..]);
        var added = await host.GetAsync($"{Observations}/{after[0]}");
        Assert.Equal(after[0], added.Text("id"));
    }

    [Fact]
    public async Task A_record_that_goes_between_pages_makes_the_next_page_leave_one_out()
    {
        var before = await IdsAsync();
        await OrderAsync(new { change = "removed", afterPage = 1 });

        var pages = await IdsAsync();
        Assert.Equal([.. before[..100], .. before[101..]], pages);
        var after = await IdsAsync();
        Assert.Equal(before[1..], after);
        using var gone = await host.Client.GetAsync($"{Observations}/{before[0]}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_record_that_is_amended_has_another_status_under_the_same_id()
    {
        var id = (await IdsAsync())[5];
        await OrderAsync(new { change = "amended", recordId = id });

        var record = await host.GetAsync($"{Observations}/{id}");
        Assert.Equal("Amended", record.Member("status")?.Text("text"));
        var filtered = await host.GetAsync($"{Observations}?status=amended");
        Assert.Contains(
            id,
            filtered.GetProperty("items").EnumerateArray().Select(item => item.Text("id"))
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"change":"added","patientId":"nobody","resource":"observations"}""")]
    [InlineData(
        """{"change":"added","patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","resource":"nothing"}"""
    )]
    [InlineData(
        """{"change":"removed","patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","resource":"observations","recordId":"x"}"""
    )]
    [InlineData(
        """{"change":"amended","patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","resource":"demographics"}"""
    )]
    public async Task A_change_that_cannot_be_is_refused(string body)
    {
        using var answer = await host.Client.PostAsync(
            "/sandbox/events/change",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task OrderAsync(object change)
    {
        var order = System.Text.Json.JsonSerializer.SerializeToNode(change)!.AsObject();
        order["patientId"] = SandboxHost.Analisa;
        order["resource"] = "observations";
        using var answer = await host.Client.PostAsJsonAsync("/sandbox/events/change", order);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<string[]> IdsAsync() =>
        [
            .. (await host.AllAsync(SandboxHost.Analisa, "observation", "observations")).Select(
                record => record.Text("id")!
            ),
        ];
}
