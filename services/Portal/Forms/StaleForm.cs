using Microsoft.AspNetCore.Antiforgery;

namespace Gms.Portal.Forms;

/// <summary>A form that was opened for another sign-in, sent to a page that takes its own forms: answered by a page that says what to do. Other forms are answered so by FormPost.</summary>
sealed class StaleForm(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(http);
        LargestForm.Refuse(http, StatusCodes.Status400BadRequest, FormPost.TooOld);
        return Task.CompletedTask;
    }
}
