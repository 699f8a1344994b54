namespace HeiChartViewer.Web;

/// <summary>Starts the chart viewer.</summary>
public sealed class Program
{
    private Program() { }

    /// <summary>Builds the app and runs it until it is stopped.</summary>
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.MapStaticAssets();
        app.Run();
    }
}
