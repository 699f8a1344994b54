using HealtheIntent.Client;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>A call that is made to see whether it can be.</summary>
internal static class Attempt
{
    /// <returns>Why the call failed; null when it did not.</returns>
    public static async Task<HealtheIntentException?> OfAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (HealtheIntentException error)
        {
            return error;
        }
    }
}
