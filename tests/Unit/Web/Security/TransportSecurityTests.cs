using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HeiChartViewer.Tests.Unit.Web.Security;

public sealed class TransportSecurityTests
{
    [Theory]
    [InlineData("https", true, "max-age=31536000; includeSubDomains")]
    [InlineData("http", true, "")]
    [InlineData("https", false, "max-age=31536000; includeSubDomains")]
    [InlineData("http", false, "max-age=31536000; includeSubDomains")]
    public async Task Every_answer_asks_for_TLS_for_a_year_but_the_sandboxs_without_it(
        string scheme,
        bool isSandbox,
        string expected
    )
    {
        var start = new StartingResponse();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(start);
        context.Request.Scheme = scheme;

        await new SecurityHeaders(
            _ => Task.CompletedTask,
            Sample.Tenants,
            Sample.Sessions(new ManualClock()),
            new ViewerMode(isSandbox ? new Uri("http://localhost:1/ehr") : null)
        ).InvokeAsync(context);
        await start.FireAsync();

        Assert.Equal(expected, start.Headers.StrictTransportSecurity.ToString());
    }
}
