using System.IO.Compression;
using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.AspNetCore.Http;

namespace HeiChartViewer.Tests.Unit.Client.Transport;

public sealed class BodyBufferHandlerTests
{
    private const string Empty = """{"items":[]}""";

    [Fact]
    public async Task A_body_that_stalls_is_given_up_with_its_attempt_and_tried_again()
    {
        var time = new SkippingTimeProvider();
        using var reading = new SemaphoreSlim(0);
        var transport = new StubTransport(
            (_, number) =>
                number == 1
                    ? new HttpResponseMessage(HttpStatusCode.OK)
                    {
                        Content = new StallingContent(reading),
                    }
                    : Answer.Ok(Empty)
        );
        using var client = Wire.Client(transport, time);

        var pages = client.Allergies().AllAsync();
        await reading.WaitAsync();
        time.Advance(TimeSpan.FromSeconds(4));

        Assert.Single(await pages);
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task A_body_that_stalls_on_the_wire_ends_with_the_attempt()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Stall(context);
        });
        using var client = Client(
            server.Address,
            options => options.Resilience.AttemptTimeout = TimeSpan.FromMilliseconds(300)
        );

        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(UnavailableReason.TimedOut, error.Reason);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ite")]
    public async Task A_body_that_breaks_off_is_tried_again(string broken)
    {
        await using var server = new SocketServer(call =>
            call == 1
                ? $"HTTP/1.1 200 OK\r\n{broken}"
                : $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {Empty.Length}\r\n\r\n{Empty}"
        );
        using var client = Client(server.Address);

        Assert.Single(await client.Allergies().AllAsync());
        Assert.Equal(2, server.Calls);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ite")]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")]
    public async Task A_body_that_always_breaks_off_is_truncated(string broken)
    {
        await using var server = new SocketServer(_ =>
            $"HTTP/1.1 200 OK\r\nConnection: close\r\n{broken}"
        );
        using var client = Client(server.Address);

        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(UnavailableReason.Truncated, error.Reason);
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public async Task A_connection_reset_before_the_headers_is_unreachable()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = Client(server.Address);

        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(UnavailableReason.Unreachable, error.Reason);
    }

    [Fact]
    public async Task A_port_nobody_listens_on_is_unreachable()
    {
        var server = await LocalServer.StartAsync(_ => Task.CompletedTask);
        using var client = Client(server.Address);
        await server.DisposeAsync();

        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(UnavailableReason.Unreachable, error.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_given_up_and_not_tried_again_however_small_it_travels(
        bool compressed
    )
    {
        var calls = 0;
        await using var server = await LocalServer.StartAsync(async context =>
        {
            Interlocked.Increment(ref calls);
            var body = new byte[100_000];
            if (!compressed)
            {
                await context.Response.Body.WriteAsync(body);
                return;
            }
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(body);
        });
        using var client = Client(
            server.Address,
            options => options.Limits.MaxResponseBytes = 50_000
        );

        await Assert.ThrowsAsync<ContractViolationException>(() => client.Allergies().AllAsync());

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            Assert.Contains(
                "gzip",
                context.Request.Headers.AcceptEncoding.ToString(),
                StringComparison.Ordinal
            );
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync("""{"items":[{"id":"a"}]}"""u8.ToArray());
        });
        using var client = Client(server.Address);

        Assert.Equal("a", (await client.Allergies().AllAsync()).Single().Items.Single().Id);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_the_credential_stays()
    {
        var calls = 0;
        await using var elsewhere = await LocalServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref calls);
            return Task.CompletedTask;
        });
        var target = elsewhere.Address.AbsoluteUri;
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Redirect(target);
            return Task.CompletedTask;
        });
        using var client = Client(server.Address);

        var error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(HttpStatusCode.Redirect, error.Status);
        Assert.Equal(0, calls);
    }

    private static HealtheIntentClient Client(
        Uri server,
        Action<HealtheIntentOptions>? configure = null
    )
    {
        var options = Wire.Options();
        options.BaseAddress = server;
        options.Resilience.RetryBaseDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return HealtheIntentClient.Create(options);
    }

    private static Task Stall(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    private sealed class StallingContent(SemaphoreSlim reading) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            await stream.WriteAsync("{"u8.ToArray(), cancellationToken);
            reading.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
