using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>A call that reads: what it sends with each of its arguments, and what it refuses to send.</summary>
internal static class ReadCall
{
    /// <summary>
    /// Asserts a list paged by offset: what is sent, that the pages are gone through and tell the total, and that
    /// what the platform would refuse is not sent.
    /// </summary>
    public static async Task AssertListAsync<T>(
        string address,
        Func<HealtheIntentClient, OffsetQuery?, IAsyncEnumerable<Page<T>>> list
    )
    {
        var transport = new StubTransport(
            (sent, _) =>
                Answer.Ok($$"""{"items":[{"place":"{{sent.Address.Query}}"}],"totalResults":2}""")
        );
        using var client = Wire.Client(transport);
        var mark = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';

        var pages = await list(client, null).AllAsync();
        await list(client, new OffsetQuery { Offset = 7, Limit = 5 }).AllAsync();

        Assert.Equal([2, 2], pages.Select(page => page.TotalResults));
        Assert.Equal([1, 1], pages.Select(page => page.Items.Count));
        Assert.Equal(3, transport.Sent.Count);
        AssertSent(transport.Sent[0], $"{address}{mark}offset=0&limit=100");
        AssertSent(transport.Sent[1], $"{address}{mark}offset=1&limit=100");
        AssertSent(transport.Sent[2], $"{address}{mark}offset=7&limit=5");
        Assert.Throws<ArgumentOutOfRangeException>(() => list(client, new() { Offset = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => list(client, new() { Limit = 101 }));
        Assert.Equal(3, transport.Sent.Count);
    }

    /// <summary>Asserts a single read: what is sent, and what comes back.</summary>
    public static async Task AssertGetAsync<T>(
        string address,
        Func<HealtheIntentClient, Task<T>> get
    )
        where T : OpenObject
    {
        var transport = StubTransport.Ok("""{"id":"i","later":1}""");
        using var client = Wire.Client(transport);

        var found = await get(client);

        Assert.Equal(["later"], found.Additional.Keys);
        AssertSent(transport.Only, address);
    }

    /// <summary>Asserts that an ID that could change the path is refused before anything is sent.</summary>
    public static async Task AssertRefusedAsync(Func<HealtheIntentClient, string, Task> call)
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        foreach (var id in new[] { "", " ", "..", new string('a', 513) })
            await Assert.ThrowsAsync<ArgumentException>(() => call(client, id));
        Assert.Empty(transport.Sent);
    }

    /// <summary>Asserts a request that reads: its line, and the headers and the body of every call.</summary>
    public static void AssertSent(SentRequest sent, string address)
    {
        Assert.Equal(HttpMethod.Get, sent.Method);
        Assert.Equal(address, sent.Address.AbsoluteUri);
        Assert.Null(sent.Body);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal($"Bearer {Wire.Token}", sent.Headers["Authorization"]);
        Assert.Equal(
            ["Accept", "Authorization", "cerner-correlation-id", "User-Agent"],
            sent.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)
        );
    }
}
