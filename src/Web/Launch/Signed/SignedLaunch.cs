using HeiChartViewer.Web.Security;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>
/// A launch that the host signs: a link, or a form that keeps the token out of addresses. It only ever creates a new
/// session (control 23).
/// </summary>
internal sealed class SignedLaunch(
    SignedLaunchCheck check,
    LaunchCompletion completion,
    IssuerLimits limits,
    TimeProvider clock
)
{
    /// <summary>The key of the token, in a query or in a form.</summary>
    public const string Token = "token";

    /// <summary>
    /// Refusals are answered on this beat: how far a launch came before it was refused does not show in the time it
    /// took (control 29). It is longer than a lookup usually takes.
    /// </summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Opens the chart that the query's token names, or says that it does not.</summary>
    public Task<IResult> FromQueryAsync(HttpContext context, CancellationToken cancellation) =>
        RunAsync(context, context.Request.Query[Token], cancellation);

    /// <summary>Opens the chart that the form's token names, or says that it does not.</summary>
    public async Task<IResult> FromFormAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(cancellation)
            : null;
        return await RunAsync(context, form is null ? default : form[Token], cancellation);
    }

    private async Task<IResult> RunAsync(
        HttpContext context,
        Microsoft.Extensions.Primitives.StringValues token,
        CancellationToken cancellation
    )
    {
        var began = clock.GetTimestamp();
        var result = await AnswerAsync(context, token, cancellation);
        if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status403Forbidden })
        {
            var spent = clock.GetElapsedTime(began);
            await Task.Delay(
                TimeSpan.FromTicks(Beat.Ticks - spent.Ticks % Beat.Ticks),
                clock,
                cancellation
            );
        }
        return result;
    }

    private async Task<IResult> AnswerAsync(
        HttpContext context,
        Microsoft.Extensions.Primitives.StringValues token,
        CancellationToken cancellation
    )
    {
        var attempt = new LaunchAttempt();
        try
        {
            // Doubled, and "last wins" would let one reader see another token than the next (control 19).
            if (token is not [{ Length: > 0 } text])
                throw new SignedLaunchException("not one token");
            var believed = await check.CheckAsync(
                text,
                $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}",
                cancellation
            );
            attempt = attempt with { Tenant = believed.Launch.Population.Tenant };
            // A flood is not even looked up among the launches that were used.
            return await limits.LookAsync(context, believed.Launch)
                ?? await completion.OpenAsync(
                    context,
                    await check.UseAsync(believed, cancellation),
                    cancellation
                );
        }
        catch (SignedLaunchException error)
        {
            return await completion.RefuseAsync(
                context,
                LaunchRefusals.NotTrusted(),
                attempt with
                {
                    Issuer = error.Issuer,
                    Detail = error.Message,
                },
                cancellation
            );
        }
    }
}
