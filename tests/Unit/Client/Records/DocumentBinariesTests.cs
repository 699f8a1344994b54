using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Client.Records;

public sealed class DocumentBinariesTests
{
    [Fact]
    public async Task A_binary_is_asked_for_where_the_contract_says_by_its_stored_type()
    {
        var transport = StubTransport.Ok("text");
        using var client = Wire.Client(transport);

        await using var binary = await Open(client, "a/b", "application/pdf");

        Assert.Equal(HttpMethod.Get, transport.Only.Method);
        Assert.Equal(
            $"{Wire.PatientRoot("longitudinal-record")}/binaries/a%2Fb",
            transport.Only.Address.AbsoluteUri
        );
        Assert.Null(transport.Only.Body);
        Assert.Equal("application/pdf", transport.Only.Headers["Accept"]);
        Assert.Equal($"Bearer {Wire.Token}", transport.Only.Headers["Authorization"]);
        Assert.Equal(
            ["Accept", "Authorization", "cerner-correlation-id", "User-Agent"],
            transport.Only.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a type")]
    public async Task A_type_that_is_none_asks_for_any(string? contentType)
    {
        var transport = StubTransport.Ok("text");
        using var client = Wire.Client(transport);

        await using var binary = await Open(client, "b", contentType);

        Assert.Equal("*/*", transport.Only.Headers["Accept"]);
    }

    [Fact]
    public async Task A_binary_tells_what_the_platform_says_of_it()
    {
        using var client = Wire.Client(
            Bytes(
                [1, 2, 3],
                headers =>
                {
                    headers.ContentType = new MediaTypeHeaderValue("application/pdf");
                    headers.ContentDisposition = ContentDispositionHeaderValue.Parse(
                        "attachment; filename=\"report.pdf\""
                    );
                }
            )
        );

        await using var binary = await Open(client);

        Assert.Equal("application/pdf", binary.ContentType);
        Assert.Equal(3, binary.Length);
        Assert.Equal("report.pdf", binary.FileName);
        Assert.Equal(Answer.CorrelationId, binary.CorrelationId);
        Assert.Equal([1, 2, 3], await ReadAsync(binary));
    }

    [Theory]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\a\\\\b.txt\"", "b.txt")]
    [InlineData("attachment; filename*=UTF-8''na%C3%AFve.txt", "naïve.txt")]
    [InlineData("attachment; filename*=UTF-8''a%0Ab.txt", null)]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("inline", null)]
    public async Task A_file_name_names_a_file_and_nothing_around_it(
        string disposition,
        string? name
    )
    {
        using var client = Wire.Client(
            Bytes(
                [],
                headers =>
                    headers.ContentDisposition = ContentDispositionHeaderValue.Parse(disposition)
            )
        );

        await using var binary = await Open(client);

        Assert.Equal(name, binary.FileName);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, typeof(InvalidRequestException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(UnauthorizedException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(NotGrantedException))]
    [InlineData(HttpStatusCode.NotFound, typeof(NotFoundException))]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(ThrottledException))]
    [InlineData(HttpStatusCode.InternalServerError, typeof(UnavailableException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(UnavailableException))]
    [InlineData(HttpStatusCode.NoContent, typeof(ContractViolationException))]
    [InlineData(HttpStatusCode.PartialContent, typeof(ContractViolationException))]
    [InlineData(HttpStatusCode.Found, typeof(ContractViolationException))]
    public async Task Every_other_status_is_its_own_error(HttpStatusCode status, Type error)
    {
        using var client = Wire.Client(StubTransport.Always(status));

        await Assert.ThrowsAsync(error, () => Open(client));
    }

    [Fact]
    public async Task A_binary_known_to_be_over_the_limit_is_not_read()
    {
        using var client = Limited(Bytes(new byte[2000]));

        await Assert.ThrowsAsync<ContractViolationException>(() => Open(client));
    }

    [Fact]
    public async Task A_binary_of_unknown_length_ends_at_the_limit()
    {
        using var client = Limited(
            new StubTransport(
                (_, _) =>
                {
                    var answer = Answer.Ok("");
                    answer.Content = new StreamContent(
                        new GZipStream(Zeros(100_000), CompressionMode.Decompress)
                    );
                    return answer;
                }
            )
        );
        await using var binary = await Open(client);

        await Assert.ThrowsAsync<ContractViolationException>(() => ReadAsync(binary));
    }

    [Fact]
    public async Task A_binary_of_just_the_limit_is_read_whole()
    {
        using var client = Limited(Bytes(new byte[1024]));
        await using var binary = await Open(client);

        Assert.Equal(1024, (await ReadAsync(binary)).Length);
    }

    [Fact]
    public async Task A_binary_that_ends_before_its_length_is_truncated()
    {
        using var client = Wire.Client(Bytes([1, 2], headers => headers.ContentLength = 3));
        await using var binary = await Open(client);

        var error = await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(binary));

        Assert.Equal(UnavailableReason.Truncated, error.Reason);
        Assert.Equal(Answer.CorrelationId, error.CorrelationId);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\nabc")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nabc")]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")]
    public async Task A_binary_that_breaks_off_on_the_wire_is_truncated(string broken)
    {
        await using var server = new SocketServer(_ =>
            $"HTTP/1.1 200 OK\r\nConnection: close\r\n{broken}"
        );
        using var client = At(server.Address);
        await using var binary = await Open(client);

        var error = await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(binary));

        Assert.Equal(UnavailableReason.Truncated, error.Reason);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task A_binary_that_stops_coming_has_timed_out()
    {
        var time = new SkippingTimeProvider();
        using var reading = new SemaphoreSlim(0);
        using var client = Wire.Client(Stalling(reading), time);
        await using var binary = await Open(client);

        var read = ReadAsync(binary);
        await reading.WaitAsync(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(10));

        var error = await Assert.ThrowsAsync<UnavailableException>(() => read);
        Assert.Equal(UnavailableReason.TimedOut, error.Reason);
    }

    [Fact]
    public async Task The_time_a_caller_takes_between_two_reads_is_its_own()
    {
        var time = new SkippingTimeProvider();
        using var client = Wire.Client(Bytes([1, 2]), time);
        await using var binary = await Open(client);
        var buffer = new byte[1];

        Assert.Equal(1, await binary.Content.ReadAsync(buffer));
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await binary.Content.ReadAsync(buffer));
        Assert.Equal(2, buffer[0]);
    }

    [Fact]
    public async Task A_reader_who_leaves_is_told_with_its_own_token()
    {
        using var leaving = new CancellationTokenSource();
        using var reading = new SemaphoreSlim(0);
        using var client = Wire.Client(Stalling(reading));
        await using var binary = await Open(client);

        var read = binary.Content.ReadAsync(new byte[1], leaving.Token).AsTask();
        await reading.WaitAsync(TimeSpan.FromSeconds(30));
        await leaving.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(leaving.Token, error.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_binary_is_handed_over_before_all_of_it_is_there(bool container)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first ");
            await context.Response.Body.FlushAsync();
            await release.Task;
            await context.Response.WriteAsync("second");
        });
        await using var provider = new ServiceCollection()
            .AddHealtheIntent(options =>
            {
                options.BaseAddress = server.Address;
                options.Credential.BearerToken = Wire.Token;
            })
            .Services.BuildServiceProvider();
        using var own = At(server.Address);
        await using var binary = await Open(
            container ? provider.GetRequiredService<HealtheIntentClient>() : own
        );

        var first = new byte[6];
        await binary.Content.ReadExactlyAsync(first);
        release.SetResult();

        Assert.Equal("first ", Encoding.UTF8.GetString(first));
        Assert.Equal("second", Encoding.UTF8.GetString(await ReadAsync(binary)));
    }

    [Fact]
    public async Task A_blank_id_is_refused_before_anything_is_sent()
    {
        var transport = StubTransport.Ok("text");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() => Open(client, " "));

        Assert.Empty(transport.Sent);
    }

    private static Task<DocumentBinary> Open(
        HealtheIntentClient client,
        string id = "b",
        string? contentType = null
    ) => client.Documents.OpenBinaryAsync(Wire.Population, Wire.Patient, id, contentType);

    private static async Task<byte[]> ReadAsync(DocumentBinary binary)
    {
        using var read = new MemoryStream();
        await binary.Content.CopyToAsync(read).WaitAsync(TimeSpan.FromSeconds(30));
        return read.ToArray();
    }

    private static HealtheIntentClient Limited(HttpMessageHandler transport) =>
        Wire.Client(transport, configure: options => options.Limits.MaxBinaryBytes = 1024);

    private static HealtheIntentClient At(Uri server)
    {
        var options = Wire.Options();
        options.BaseAddress = server;
        return HealtheIntentClient.Create(options);
    }

    private static StubTransport Bytes(
        byte[] bytes,
        Action<HttpContentHeaders>? configure = null
    ) =>
        new(
            (_, _) =>
            {
                var answer = Answer.Ok("");
                answer.Content = new ByteArrayContent(bytes);
                configure?.Invoke(answer.Content.Headers);
                return answer;
            }
        );

    private static StubTransport Stalling(SemaphoreSlim reading) =>
        new(
            (_, _) =>
            {
                var answer = Answer.Ok("");
                answer.Content = new StreamContent(new StallingStream(reading));
                return answer;
            }
        );

    private static MemoryStream Zeros(int count)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(new byte[count]);
        compressed.Position = 0;
        return compressed;
    }

    private sealed class StallingStream(SemaphoreSlim reading) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            reading.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
