// Leads back to the door when nobody has touched the screen for 90 seconds, and says so 15 seconds before.
(function () {
  "use strict";
  var notice = document.getElementById("idle");
  var timer;
  function again() {
    clearTimeout(timer);
    notice.hidden = true;
    timer = setTimeout(function () {
      notice.hidden = false;
      timer = setTimeout(function () { location.replace(notice.getAttribute("data-start")); }, 15000);
    }, 75000);
  }
  ["pointerdown", "keydown", "wheel", "touchstart", "scroll"].forEach(function (touch) {
    addEventListener(touch, again, { passive: true });
  });
  again();
})();
