using HeiChartViewer.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>The app as it stands before a live tenant, with a provider; composed and not started.</summary>
internal static class LiveViewer
{
    public static WebApplication Build(
        ViewerMode mode,
        params (string Key, string Value)[] settings
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(HeiChartViewer.Web.Program).Assembly.GetName().Name,
            }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["HealtheIntent:Tenant"] = "hospital",
                ["HealtheIntent:BaseAddress"] = "https://hospital.example.org/",
                ["HealtheIntent:PopulationId"] = "1424e81d-8cea-4d6b-b140-d6630b684a58",
                ["HealtheIntent:Credential:BearerToken"] = "token",
                ["Viewer:DataPartitions:0:Id"] = Sample.Partition,
                ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
                ["SignIn:Oidc:Authority"] = "https://login.example.org",
                ["SignIn:Oidc:ClientId"] = "viewer",
                ["SignIn:Oidc:Roles:coordinator:0"] = "care",
            }
        );
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
        );
        builder.AddViewer(mode);
        return builder.Build();
    }
}
