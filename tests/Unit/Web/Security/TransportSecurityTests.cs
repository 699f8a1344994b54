using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Security;

public sealed class TransportSecurityTests
{
    [Theory]
    [InlineData("https", "max-age=31536000; includeSubDomains")]
    [InlineData("http", "")]
    public async Task Over_TLS_every_answer_asks_for_TLS_for_a_year(string scheme, string expected)
    {
        var start = new StartingResponse();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(start);
        context.Request.Scheme = scheme;

        await new SecurityHeaders(
            _ => Task.CompletedTask,
            Options.Create(new ViewerOptions())
        ).InvokeAsync(context);
        await start.FireAsync();

        Assert.Equal(expected, start.Headers.StrictTransportSecurity.ToString());
    }

    /// <summary>A response that starts when it is told to.</summary>
    private sealed class StartingResponse : HttpResponseFeature
    {
        private readonly Stack<Func<Task>> _starting = [];

        public override void OnStarting(Func<object, Task> callback, object state) =>
            _starting.Push(() => callback(state));

        public async Task FireAsync()
        {
            while (_starting.TryPop(out var next))
                await next();
        }
    }
}
