using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Web.Hosting;

/// <summary>Says on the console where to click.</summary>
public static class StartNotice
{
    /// <summary>Writes the notice.</summary>
    public static Task WriteAsync(
        TextWriter console,
        IEnumerable<string> addresses,
        SandboxServer? sandbox
    )
    {
        var app = string.Join(", ", addresses);
        return console.WriteLineAsync(
            sandbox is null
                ? $"""

                HeiChartViewer is ready at {app}

                """
                : $"""

                HeiChartViewer is ready, on made-up patients (no tenant is configured).

                  Open a chart from the demo EHR   {sandbox.EhrAddress}
                  Or sign in and search            {app}

                  Sandbox tenant                   {sandbox.BaseAddress}
                  Its bearer token                 {SandboxOptions.BearerToken}

                Press Ctrl+C to stop.

                """
        );
    }
}
