using System.Globalization;
using HeiChartViewer.Web.Chart.Display;
using Microsoft.AspNetCore.Localization;

namespace HeiChartViewer.Web.Language;

/// <summary>Finds out which language a request's reader wants.</summary>
public static class UiLanguageServices
{
    /// <summary>
    /// The language that this browser has kept, else the first it asks for that the viewer speaks, else British English.
    /// Only words follow it: numbers and dates of a record are written alike for everybody.
    /// </summary>
    public static void UseReadersLanguage(this IApplicationBuilder app) =>
        app.UseRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(
                CultureInfo.InvariantCulture,
                CultureInfo.GetCultureInfo(UiLanguage.BritishEnglish.Tag)
            );
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures =
            [
                .. UiLanguage.All.Select(language => CultureInfo.GetCultureInfo(language.Tag)),
            ];
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context =>
                    Task.FromResult(
                        DisplayCookie.Read(context.Request).Language is { } kept
                            ? new ProviderCultureResult(kept.Tag)
                            : null
                    )
                ),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
}
