using System.Security.Cryptography;
using System.Text;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>
/// Remembers which launches were used, until every process would refuse them for their age (control 15). The database
/// decides, so neither a restart nor a second process gives a launch another chance.
/// </summary>
internal sealed class UsedLaunches(IDbContextFactory<ViewerDbContext> contexts, TimeProvider clock)
{
    /// <summary>
    /// How far the clock of the process that forgets may be ahead of one that checks: what it forgot by then, a slower one
    /// would believe again.
    /// </summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);

    /// <summary>Uses a launch up.</summary>
    /// <param name="issuer">Who made it; two hosts may number alike.</param>
    /// <param name="id">Its <c>jti</c>.</param>
    /// <param name="until">When it would be refused anyway.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False where it was used before.</returns>
    /// <exception cref="SignedLaunchException">Nothing can be remembered, so nothing is believed.</exception>
    public async Task<bool> TryUseAsync(
        string issuer,
        string id,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        var key = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{id}"))
        );
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var before = (clock.GetUtcNow() - ClockDifference).ToUnixTimeSeconds();
            await context
                .UsedLaunches.Where(launch => launch.Until < before)
                .ExecuteDeleteAsync(cancellation);
            context.UsedLaunches.Add(
                new UsedLaunch { Key = key, Until = until.ToUnixTimeSeconds() }
            );
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (Exception error) when (ViewerStore.Failure(error) is not null)
        {
            if (await IsUsedAsync(key, cancellation))
                return false;
            throw new SignedLaunchException("cannot be remembered");
        }
    }

    private async Task<bool> IsUsedAsync(string key, CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.UsedLaunches.AnyAsync(launch => launch.Key == key, cancellation);
        }
        catch (Exception error) when (ViewerStore.Failure(error) is not null)
        {
            return false;
        }
    }
}
