using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>A server without a socket: requests no HTTP client would send reach the handlers as they are.</summary>
internal sealed class InProcessServer : IServer
{
    /// <summary>Another machine, whom the control obeys in nothing.</summary>
    public static readonly IPAddress Stranger = IPAddress.Parse("192.0.2.7");

    /// <summary>Who sends.</summary>
    public IPAddress Caller { get; set; } = Stranger;

    /// <summary>Whether the last request was hung up on.</summary>
    public bool WasAborted { get; private set; }

    private Func<IFeatureCollection, Task> _serve = _ => Task.CompletedTask;

    public InProcessServer()
    {
        var addresses = new ServerAddressesFeature();
        addresses.Addresses.Add("http://localhost:5090");
        Features.Set<IServerAddressesFeature>(addresses);
    }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(
        IHttpApplication<TContext> application,
        CancellationToken cancellationToken
    )
        where TContext : notnull
    {
        _serve = async features =>
        {
            var context = application.CreateContext(features);
            Exception? failure = null;
            try
            {
                await application.ProcessRequestAsync(context);
            }
            catch (Exception exception)
            {
                failure = exception;
                throw;
            }
            finally
            {
                application.DisposeContext(context, failure);
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() { }

    /// <summary>What a handler lets escape would be a 500 of the web server.</summary>
    public async Task<(int Status, string Body, IHeaderDictionary Headers)> SendAsync(
        string method,
        string path,
        string query,
        IEnumerable<(string Name, string Value)> headers,
        string? body
    )
    {
        var request = new HttpRequestFeature
        {
            Method = method,
            Scheme = "http",
            Protocol = "HTTP/1.1",
            Path = path,
            QueryString = query,
            RawTarget = path + query,
            Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? "")),
        };
        request.Headers.Host = "localhost:5090";
        foreach (var (name, value) in headers)
            request.Headers.Append(name, value);
        var response = new HttpResponseFeature();
        using var sent = new MemoryStream();
        using var aborted = new CancellationTokenSource();
        var features = new FeatureCollection();
        features.Set<IHttpRequestLifetimeFeature>(new Lifetime(aborted));
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(sent));
        features.Set<IHttpRequestBodyDetectionFeature>(new BodyDetection(body is not null));
        features.Set<IHttpConnectionFeature>(
            new HttpConnectionFeature { RemoteIpAddress = Caller }
        );
        try
        {
            await _serve(features);
        }
        catch (Exception exception)
        {
            WasAborted = false;
            return (500, exception.ToString(), response.Headers);
        }
        WasAborted = aborted.IsCancellationRequested;
        await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
        return (response.StatusCode, Encoding.UTF8.GetString(sent.ToArray()), response.Headers);
    }

    private sealed class Lifetime(CancellationTokenSource aborted) : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = aborted.Token;

        public void Abort() => aborted.Cancel();
    }

    private sealed class BodyDetection(bool canHaveBody) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody { get; } = canHaveBody;
    }
}
