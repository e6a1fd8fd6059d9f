using Gms.Portal.Forms;

namespace Gms.Portal.Administration;

/// <summary>What an administrator sends about events that a handler gave up on.</summary>
static class ErrorForms
{
    public static void MapErrors(this IEndpointRouteBuilder app) => app.MapForm("/errors/{service}/redrive", "/errors", async posted =>
    {
        if (AdministeredService.Find(posted.Route("service")) is not { } service)
            return "/errors";
        await new Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient(posted.To(service.Name, AdministeredService.Purpose)).RedriveAsync(new()
        {
            RequestId = posted.RequestId,
            Queue = posted["Queue"],
            EventId = posted["EventId"],
        }, cancellationToken: posted.Cancel);
        return "/errors?done=redriven";
    });
}
