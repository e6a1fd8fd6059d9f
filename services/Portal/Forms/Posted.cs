using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Portal.Forms;

/// <summary>A form as it was sent, by a user whose session it belongs to.</summary>
sealed class Posted(HttpContext http, IFormCollection form)
{
    public HttpContext Http => http;

    public IFormCollection Form => form;

    public CancellationToken Cancel => http.RequestAborted;

    public string this[string field] => form[field].ToString().Trim();

    /// <summary>One per form shown: a form sent twice is one request.</summary>
    public string RequestId => this["RequestId"];

    public string Route(string name) => http.GetRouteValue(name)?.ToString() ?? "";

    public CallInvoker To(string service, string purpose) => http.RequestServices.GetRequiredService<Services>().To(service, purpose);

    /// <summary>What an address has no room for was no number or name, but a text that is too long.</summary>
    public string Seal<T>(T told) => http.RequestServices.GetRequiredService<Sealed>().Of(told) is { Length: <= FormPost.MostSealed } fits ? fits : throw new RefusedHereException(FormPost.TextTooLong);

    /// <summary>A day of the form; unset where it is none.</summary>
    public Date? Day(string field) => Days.Read(this[field]).ToDate();
}
