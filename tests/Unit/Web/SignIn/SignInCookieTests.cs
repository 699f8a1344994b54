using System.Net;
using HeiChartViewer.Tests.Unit.Web.Security;

namespace HeiChartViewer.Tests.Unit.Web.SignIn;

public sealed class SignInCookieTests(WholeViewer viewer) : IClassFixture<WholeViewer>
{
    /// <summary>Two users at one browser, as on a ward: the first keeps a copy of their cookie.</summary>
    [Fact]
    public async Task A_sign_in_is_a_new_session_and_the_one_before_is_worth_nothing_any_more()
    {
        using var browser = new Browser(viewer);
        var first = await SignInAsync(browser, "demo-lind");
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(first));

        var second = await SignInAsync(browser, "demo-osei");

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await SearchAsync(first));
    }

    [Fact]
    public async Task Who_signs_out_leaves_no_cookie_that_is_worth_anything()
    {
        using var browser = new Browser(viewer);
        var cookie = await SignInAsync(browser, "demo-lind");

        using var answer = await browser.PostAsync("/sign-out");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await SearchAsync(cookie));
    }

    private static async Task<string> SignInAsync(Browser browser, string user)
    {
        using var answer = await browser.PostAsync("/sign-in", ("user", user));
        return answer
            .Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.Contains("-user=", StringComparison.Ordinal))
            .Split(';')[0];
    }

    private async Task<HttpStatusCode> SearchAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search");
        request.Headers.Add("Cookie", cookie);
        using var answer = await viewer.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
