using System.Net;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>A page elsewhere can make a browser post a form, with the browser's cookies.</summary>
public sealed class ForgeryTests(WholeViewer viewer) : IClassFixture<WholeViewer>
{
    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var browser = new Browser(viewer);
        var administrator = DemoUser.All.First(user => user.Role == Roles.Administrator);
        using var signedIn = await browser.PostAsync("/sign-in", ("user", administrator.Id));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        var audit = (AuditRecord)viewer.Services.GetRequiredService<IAuditLog>();
        var before = audit.Entries.Count;

        foreach (
            var address in new[]
            {
                "/sign-in",
                "/sign-out",
                "/sign-out/everywhere",
                "/admin/sessions/end",
            }
        )
        {
            using var forged = await browser.PostForgedAsync(address, ("user", administrator.Id));
            using var asked = await browser.GetAsync(address);

            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
            Assert.NotEqual(HttpStatusCode.SeeOther, asked.StatusCode);
        }
        Assert.Equal(before, audit.Entries.Count);
        using var still = await browser.GetAsync("/admin/sessions");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }
}
