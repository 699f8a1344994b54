using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials;

public sealed class BearerCredentialTests : IDisposable
{
    private const string Empty = """{"items":[]}""";

    private readonly string _file = Path.GetTempFileName();
    private volatile string _accepted = "first";

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_file_that_holds_the_new_token_before_it_is_accepted_loses_no_call()
    {
        File.WriteAllText(_file, "first");
        using var client = Client();
        await client.Allergies().AllAsync();

        Replace("second");
        await client.Allergies().AllAsync();
        _accepted = "second";
        await client.Allergies().AllAsync();
    }

    [Fact]
    public async Task A_file_that_holds_the_old_token_after_it_is_refused_loses_no_call_once_it_is_written()
    {
        File.WriteAllText(_file, "first");
        using var client = Client();
        await client.Allergies().AllAsync();
        var written = File.GetLastWriteTimeUtc(_file);

        _accepted = "second";
        File.WriteAllText(_file, "second");
        // Not even where the clock of the file system is too coarse to show it.
        File.SetLastWriteTimeUtc(_file, written);
        await client.Allergies().AllAsync();
    }

    [Theory]
    // The new token is in the file before the platform accepts it.
    [InlineData("first", "first")]
    // The platform accepts both for a while, and then the new one alone.
    [InlineData("first second", "second")]
    public async Task Control_68_Two_hundred_calls_while_the_file_is_written_are_all_answered(
        string before,
        string after
    )
    {
        const int Calls = 200;
        File.WriteAllText(_file, "first");
        _accepted = before;
        var begun = 0;
        var transport = new StubTransport(
            async (request, _, _) =>
            {
                switch (Interlocked.Increment(ref begun))
                {
                    case 50:
                        // Written in place, as an editor does it: for a moment the file is empty.
                        await File.WriteAllTextAsync(_file, "second", CancellationToken.None);
                        _accepted = after;
                        break;
                    default:
                        await Task.Yield();
                        break;
                }
                return Reply(request);
            }
        );
        using var client = Client(transport);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Calls),
            new ParallelOptions { MaxDegreeOfParallelism = Calls },
            async (_, token) => await client.Allergies(token).AllAsync()
        );
        await client.Allergies().AllAsync();

        Assert.InRange(transport.Sent.Count, Calls + 1, 2 * (Calls + 1));
        Assert.Contains(transport.Sent, sent => sent.Headers["Authorization"] == "Bearer second");
    }

    [Fact]
    public async Task A_token_that_is_refused_and_has_no_other_is_sent_once()
    {
        File.WriteAllText(_file, "wrong");
        var transport = new StubTransport((request, _) => Reply(request));
        using var client = Client(transport);

        await Assert.ThrowsAsync<UnauthorizedException>(() => client.Allergies().AllAsync());

        Assert.Single(transport.Sent);
    }

    private HealtheIntentClient Client(StubTransport? transport = null) =>
        Wire.Client(
            transport ?? new StubTransport((request, _) => Reply(request)),
            configure: options =>
            {
                options.Credential = new CredentialOptions { BearerTokenFile = _file };
                options.Resilience.RetryCount = 0;
                options.Resilience.MaxConcurrentCalls = 200;
            }
        );

    private HttpResponseMessage Reply(SentRequest request) =>
        _accepted.Split(' ').Contains(request.Headers["Authorization"]["Bearer ".Length..])
            ? Answer.Ok(Empty)
            : Answer.With(HttpStatusCode.Unauthorized);

    private void Replace(string token)
    {
        var written = File.GetLastWriteTimeUtc(_file);
        File.WriteAllText(_file, token);
        File.SetLastWriteTimeUtc(_file, written.AddSeconds(1));
    }
}
