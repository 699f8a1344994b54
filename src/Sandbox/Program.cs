namespace HeiChartViewer.Sandbox;

/// <summary>Runs the sandbox tenant and its EHR by themselves.</summary>
public static class Program
{
    /// <summary>Starts the sandbox and waits until it is stopped.</summary>
    public static void Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run("http://localhost:5090");
    }
}
